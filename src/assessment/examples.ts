/** What tests of letters are made of. */
import { type Day, day } from '../kernel/day.ts'
import type { OrganFacts, OrganId, OrganKind, OrganLevel } from '../kernel/organ.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { builtInCalendars } from '../law/calendars/shelf.ts'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import type {
  Figure,
  Letter,
  LetterActor,
  LetterCommand,
  LetterCommandBody,
  LetterFact,
  LetterState,
  LetterWorld,
  Target,
} from './assessment.ts'
import { decide } from './decide.ts'
import { evolve } from './evolve.ts'

const organ = (
  id: string,
  kind: OrganKind,
  level: OrganLevel,
  region: string,
  parent: string | null,
  leadBy: string | null = null,
): OrganFacts => ({
  ...{ id: id as OrganId, kind, level, region, parent: parent as OrganId | null },
  ...{ leadBy: leadBy as OrganId | null, state: 'active', successors: [] },
})

export const exampleOrgans: readonly OrganFacts[] = [
  organ('province', 'government', 'province', '99', null),
  organ('province.bureau', 'bureau', 'province', '99', 'province'),
  organ('prefecture', 'government', 'prefecture', '9901', 'province'),
  organ('prefecture.bureau', 'bureau', 'prefecture', '9901', 'prefecture', 'province.bureau'),
  organ('county', 'government', 'county', '990101', 'prefecture'),
  organ('county.bureau', 'bureau', 'county', '990101', 'county', 'prefecture.bureau'),
  organ('county.land', 'department', 'county', '990101', 'county'),
  organ('other.bureau', 'bureau', 'county', '990102', 'county', 'prefecture.bureau'),
  organ('third.bureau', 'bureau', 'county', '990103', 'county', 'prefecture.bureau'),
]

const byId = new Map(exampleOrgans.map((each) => [each.id, each]))
export const examplePlaces = { find: (id: OrganId) => byId.get(id), all: () => exampleOrgans }

export const upper = 'prefecture.bureau' as OrganId
export const lower = 'county.bureau' as OrganId
export const above = 'province.bureau' as OrganId

export const world: LetterWorld = {
  pack: 'cn-2022@1',
  indicators: cn2022.indicators,
  times: cn2022.assessmentTimes,
  calendars: builtInCalendars,
  organs: examplePlaces,
}

export const staff = (id: OrganId, account: string, ...posts: string[]): LetterActor => ({
  ...{ kind: 'staff', account, organ: id, posts: posts.length === 0 ? ['head'] : posts },
})
export const house: LetterActor = { kind: 'house', task: 'test' }
export const prose: Sealed = { ref: 'r1', commitment: 'c1' }

export const targets: readonly Target[] = [
  { indicator: 'routedInTime', share: 98, weight: 60 },
  { indicator: 'bureauParticipation', share: 50, weight: 40 },
]

export const figures: readonly Figure[] = [
  { indicator: 'routedInTime', numerator: 8, denominator: 10, digest: 'aa' },
  { indicator: 'bureauParticipation', numerator: 3, denominator: 9, digest: 'bb' },
]

export const drawn = { position: { xid: '7', seq: '9' }, figures, waiting: 0 }
export const drafting = {
  ...{
    type: 'DraftLetter',
    year: 2026,
    lower,
    covers: 'organ',
    targets,
    remarks: prose,
    carriesOn: null,
    carried: null,
  },
} as const satisfies LetterCommandBody

/** Commands one after the other, each on its day by its actor; throws at the first that is refused. */
export class Course {
  state: LetterState = null
  readonly facts: LetterFact[] = []

  after(on: string, actor: LetterActor, body: LetterCommandBody): this {
    const decision = this.tried(on, actor, body)
    if (!decision.ok) throw new Error(`${body.type}: ${JSON.stringify(decision.error)}`)
    for (const fact of decision.value) {
      this.state = evolve(this.state, fact)
      this.facts.push(fact)
    }
    return this
  }

  tried(on: string, actor: LetterActor, body: LetterCommandBody, at: LetterWorld = world) {
    return decide(this.state, { ...body, on: day(on) as Day, actor } as LetterCommand, at)
  }

  /** The kind of the refusal, or the types of the facts. */
  said(on: string, actor: LetterActor, body: LetterCommandBody, at: LetterWorld = world): string {
    const decision = this.tried(on, actor, body, at)
    return decision.ok ? decision.value.map(({ type }) => type).join(' ') : decision.error.kind
  }

  get letter(): Letter {
    if (this.state === null) throw new Error('there is no letter yet')
    return this.state
  }
}

/** Drafted and signed by both heads. */
export const inForce = (): Course =>
  new Course()
    .after('2026-01-05', staff(upper, 'clerk', 'clerk'), drafting)
    .after('2026-01-06', staff(upper, 'chief'), { type: 'SignLetter', revision: 1 })
    .after('2026-01-07', staff(lower, 'chen'), { type: 'SignLetter', revision: 1 })

/** October's figures, issued in November. */
export const issued = (): Course =>
  inForce().after('2026-11-02', staff(upper, 'chief'), {
    ...{ type: 'IssueAssessment', period: '2026-10', audience: 'sides', drawn },
  })

export const oneCase = { stream: '261100000000018', item: 'route#1' } as const
export const objecting = {
  ...{
    type: 'ObjectToFigure',
    issue: 'a1',
    indicator: 'routedInTime',
    cases: [oneCase],
    reasons: prose,
    strangers: [],
  },
} as const satisfies LetterCommandBody

export const objected = (): Course => issued().after('2026-11-03', staff(lower, 'chen'), objecting)

export const corrected: Figure = { indicator: 'routedInTime', numerator: 8, denominator: 9, digest: 'cc' }
export const deciding = {
  ...{ type: 'DecideObjection', objection: 'b1', reasons: prose },
  rulings: [{ case: oneCase, ruling: 'leftOut', outcome: null }],
  redrawn: { figure: corrected, strangers: [] },
} as const satisfies LetterCommandBody
