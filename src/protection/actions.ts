/** What can be done with a report now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import type { Day } from '../kernel/day.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { decide } from './decide.ts'
import type {
  Report,
  ReportActor,
  ReportCommand,
  ReportCommandBody,
  ReportCommandType,
  ReportRefusal,
  ReportWorld,
} from './protection.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
const favourable = {
  receive: { type: 'ReceiveReport' },
  answer: { type: 'AnswerReport', finding: 'true', measures: [], answer: something },
  'pass-on-above': { type: 'PassReportOn', onward: 'above', note: null },
  'pass-on-discipline': { type: 'PassReportOn', onward: 'discipline', note: null },
} as const satisfies Record<string, ReportCommandBody>

export interface ReportAction {
  readonly action: keyof typeof favourable
  readonly type: ReportCommandType
  readonly refusal: ReportRefusal | null
}

/** Every command that whoever hears it could ever give, each allowed or with the reason that it is refused. */
export function actionsOf(report: Report, actor: ReportActor, on: Day, world: ReportWorld): readonly ReportAction[] {
  return Object.entries(favourable).map(([action, body]) => ({
    action: action as ReportAction['action'],
    type: body.type,
    refusal: refusalOf(report, { ...body, on, actor }, world),
  }))
}

/** Why the petitioner cannot take the answer higher now; null where that is possible. */
export const contestRefusal = (report: Report, actor: ReportActor, on: Day, world: ReportWorld): ReportRefusal | null =>
  refusalOf(report, { type: 'ContestAnswer', reasons: something, on, actor }, world)

function refusalOf(report: Report, command: ReportCommand, world: ReportWorld): ReportRefusal | null {
  const decision = decide(report, command, world)
  return decision.ok ? null : decision.error
}
