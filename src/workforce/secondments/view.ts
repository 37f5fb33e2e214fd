/** From a folded secondment to what a page is given. Allow-lists are in `contract.ts`. */
import type { Recorded } from '../../engine/envelope.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { daysLeft } from '../../kernel/clock.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Term } from '../../kernel/term.ts'
import { clockViewOf } from '../../petition/clock-view.ts'
import type { Directory } from '../../petition/house.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import { secondmentTermOf, secondmentTerms } from '../../wording/secondment-terms.ts'
import { termOf } from '../../wording/terms.ts'
import { actionsOf } from './actions.ts'
import { calendarOf, middleOf, type SecondmentClockName } from './clocks.ts'
import type { SecondmentRowView, SecondmentView } from './contract.ts'
import { partIn } from './decide.ts'
import type { KnownSecondment, SecondmentRow, Staff } from './queries.ts'
import { idOf } from './room.ts'
import type { Secondment, SecondmentFact, SecondmentRefusal } from './secondment.ts'
import { explainSecondment } from './wording.ts'
import { type Place, worldFor } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'

export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })

export const refusalView = (refusal: SecondmentRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainSecondment(refusal, (id) => directory.nameOf(id)) }

type Names = ReadonlyMap<string, string>
const personIn = (names: Names) => (account: string) => ({ account, name: names.get(account) ?? account })

export function rowView(row: SecondmentRow, names: Names, { directory, today }: Place): SecondmentRowView {
  const { stream, stage, home, host, account, mentor, post, from, until, due } = row
  const person = personIn(names)
  return {
    ...{ secondment: idOf(stream), stage, person: person(account), post, from, until, due },
    ...{
      home: organRef(directory, home),
      host: organRef(directory, host),
      mentor: mentor === null ? null : person(mentor),
    },
    daysLeft: due === null ? null : daysLeft(due, today()),
  }
}

/** Whose names the page says. */
export const accountsIn = ({ account, mentor, evaluations, returned }: Secondment): readonly string[] => [
  ...new Set(
    [account, mentor, ...evaluations.map((each) => each.account), returned?.account].flatMap((id) => id ?? []),
  ),
]

export interface Beside {
  readonly viewer: Staff
  readonly texts: ReadonlyMap<string, string>
  readonly names: Names
  readonly post: Term | null
}

export function secondmentView(
  { stream, secondment, history }: KnownSecondment,
  { viewer, texts, names, post: seat }: Beside,
  place: Place,
): SecondmentView {
  const { directory, today } = place
  const { version, stage, home, host, post, term, proposedOn, agreedOn } = secondment
  const refer = (id: OrganId) => organRef(directory, id)
  const said = ({ ref }: Sealed): string => texts.get(ref) ?? erased
  const person = personIn(names)
  const { ended, returned, declined, mentor } = secondment
  return {
    ...{ secondment: idOf(stream), version, stage, person: person(secondment.account), post },
    ...{ home: refer(home), host: refer(host), part: partIn(secondment, viewer.organ) ?? 'home' },
    term: { from: term.from, middle: middleOf(term), until: term.until },
    ...{ purpose: said(secondment.purpose), proposedOn, agreedOn, mentor: mentor === null ? null : person(mentor) },
    accountPost: seat && { from: seat.from, until: seat.until },
    evaluations: secondment.evaluations.map(({ kind, on, account, grade, words }) => ({
      ...{ kind, on, by: person(account), grade, words: said(words) },
    })),
    ended: ended && { ...ended, organ: refer(ended.organ), reason: said(ended.reason) },
    returned: returned && { on: returned.on, by: person(returned.account), report: said(returned.report) },
    declined: declined && { on: declined.on, organ: refer(declined.organ), reason: said(declined.reason) },
    clocks: clocksOf(secondment, place),
    actions: actionsOf(secondment, { actor: staffActorOf(viewer), on: today() }, worldFor(place, host)).map(
      ({ action, type, refusal }) => ({
        ...{ action, ...secondmentTerms.secondmentCommand[type], allowed: refusal === null },
        refusal: refusalView(refusal, directory),
      }),
    ),
    history: historyOf(history, directory),
  }
}

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
function clocksOf({ clocks, host }: Secondment, place: Place) {
  const world = worldFor(place, host)
  return clocks.map((clock) =>
    clockViewOf(clock, {
      calendar: calendarOf(bearerOrgan(clock), world),
      ...{ calendars: place.calendars, today: place.today() },
      // by the law that the clock was started under; where this house no longer has it, by the law now
      basis: (place.laws.named(clock.pack)?.secondmentTimes ?? world.times)[clock.rule as SecondmentClockName].basis,
      organRef: (organ) => organRef(place.directory, organ),
    }),
  )
}

/** What it was, and of which evaluation or limit. */
function saidOf(fact: SecondmentFact): Bilingual {
  const said = secondmentTermOf('secondmentFact', fact.type)
  if (fact.type === 'SecondmentEvaluated') return secondmentTermOf('evaluationKind', fact.kind)
  if (fact.type !== 'SecondmentFellOverdue') return said
  const limit = termOf('clockRule', fact.clock.split('#')[0] ?? fact.clock)
  return say(`${limit.zh}：${said.zh}`, `${limit.en}: ${said.en.toLowerCase()}`)
}

const historyOf = (history: readonly Recorded<SecondmentFact>[], directory: Directory): SecondmentView['history'] =>
  history
    .filter(({ fact }) => fact.type !== 'SecondmentClocksRecounted')
    .map(({ fact, by }) => ({
      ...{ type: fact.type, on: fact.on, ...saidOf(fact) },
      organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
    }))
