/** What can be done with a letter now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import type { Day } from '../kernel/day.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type {
  Letter,
  LetterActor,
  LetterCommandBody,
  LetterCommandType,
  LetterRefusal,
  LetterWorld,
} from './assessment.ts'
import { decide } from './decide.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export interface LetterAction {
  readonly action: 'redraft' | 'sign' | 'revise' | 'withdraw' | 'issue' | 'object' | 'decide' | 'object-above'
  readonly type: LetterCommandType
  readonly refusal: LetterRefusal | null
}

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(letter: Letter, on: Day): Readonly<Record<LetterAction['action'], LetterCommandBody>> {
  const { draft, inForce, issues, objections } = letter
  const targets = (draft ?? inForce)?.targets ?? []
  const issue = issues.at(-1)
  const figures = issue?.editions.at(-1)?.figures ?? []
  const objectedTo = objections.filter((each) => each.issue === issue?.ref).map(({ indicator }) => indicator)
  const figure = figures.find(({ indicator }) => !objectedTo.includes(indicator)) ?? figures[0]
  const open = objections.find(({ state }) => state === 'made' || state === 'takenHigher') ?? objections.at(-1)
  const taken = objections.findLast(({ higher }) => higher === null) ?? objections.at(-1)
  const nothing = {
    indicator: figure?.indicator ?? 'answeredInTime',
    numerator: 0,
    denominator: 0,
    digest: '',
  } as const
  const drawn = { position: { xid: '0', seq: '0' }, figures: [], waiting: 0 }
  const stream = { stream: 'probe', item: 'probe' }
  return {
    redraft: { type: 'RedraftLetter', targets, remarks: null },
    sign: { type: 'SignLetter', revision: draft?.revision ?? 0 },
    revise: { type: 'ReviseLetter', targets, remarks: null, reason: something },
    withdraw: { type: 'WithdrawLetter', reason: something },
    issue: { type: 'IssueAssessment', period: nextPeriod(letter, on), audience: 'sides', drawn },
    object: {
      ...{ type: 'ObjectToFigure', issue: issue?.ref ?? '', indicator: nothing.indicator },
      ...{ cases: [stream], reasons: something, strangers: [] },
    },
    decide: {
      ...{ type: 'DecideObjection', objection: open?.ref ?? '', reasons: something },
      rulings: (open?.cases ?? []).map((each) => ({ case: each, ruling: 'stays', outcome: null })),
      redrawn: { figure: nothing, strangers: [] },
    },
    'object-above': { type: 'ObjectAbove', objection: taken?.ref ?? '', reasons: something },
  }
}

/** The first month of the year that is over and was not issued; the year itself where all were. */
function nextPeriod({ year, issues }: Letter, on: Day): string {
  const months = Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)
  const free = months.find((month) => month < on.slice(0, 7) && !issues.some(({ period }) => period === month))
  return free ?? months.find((month) => !issues.some(({ period }) => period === month)) ?? String(year)
}

/** Every command that a side could ever give, each allowed or with the reason that it is refused. */
export function actionsOf(letter: Letter, actor: LetterActor, on: Day, world: LetterWorld): readonly LetterAction[] {
  return Object.entries(favourable(letter, on)).map(([action, body]) => {
    const decision = decide(letter, { ...body, on, actor }, world)
    const refusal = decision.ok ? null : decision.error
    return { action: action as LetterAction['action'], type: body.type, refusal }
  })
}
