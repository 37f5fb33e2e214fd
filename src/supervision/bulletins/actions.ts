/** What can be done with a bulletin now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import type { Day } from '../../kernel/day.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { lastEnded } from '../../law/report-periods.ts'
import type {
  Bulletin,
  BulletinActor,
  BulletinCommand,
  BulletinCommandBody,
  BulletinCommandType,
  BulletinKind,
  BulletinRefusal,
  BulletinWorld,
  CircularTone,
  ReadCase,
} from './bulletin.ts'
import { decide } from './decide.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
const favourable = (bulletin: Bulletin, read: readonly ReadCase[]) =>
  ({
    edit: { type: 'EditBulletin', content: bulletin.content, read },
    submit: { type: 'SubmitBulletin' },
    issue: { type: 'IssueBulletin', counted: [], read, missing: null },
    return: { type: 'ReturnBulletin', reasons: something },
    withdraw: { type: 'WithdrawBulletin', reasons: something },
    receive: { type: 'ReceiveBulletin' },
    instruct: { type: 'InstructOnBulletin', to: '' as never, what: something, due: '9999-12-31' as Day },
  }) as const satisfies Record<string, BulletinCommandBody>

export const bulletinActions = ['edit', 'submit', 'issue', 'return', 'withdraw', 'receive', 'instruct'] as const

export interface BulletinAction {
  readonly action: (typeof bulletinActions)[number]
  readonly type: BulletinCommandType
  readonly refusal: BulletinRefusal | null
}

/** Every command that somebody could ever give to it, each allowed or with the reason that it is refused. */
export function actionsOf(
  bulletin: Bulletin,
  read: readonly ReadCase[],
  actor: BulletinActor,
  on: Day,
  world: BulletinWorld,
): readonly BulletinAction[] {
  return Object.entries(favourable(bulletin, read)).map(([action, body]) => ({
    action: action as BulletinAction['action'],
    type: body.type,
    refusal: refusalOf(bulletin, { ...body, on, actor }, world),
  }))
}

/** Why somebody could not begin one of a kind; null where they could. */
export function refusalToDraft(
  kind: BulletinKind,
  tone: CircularTone | null,
  actor: BulletinActor,
  on: Day,
  world: BulletinWorld,
): BulletinRefusal | null {
  const year = kind === 'annualReport' ? Number(on.slice(0, 4)) - 1 : null
  const period = kind === 'situationReport' ? lastEnded('month', on) : null
  const organ = actor.kind === 'staff' ? actor.organ : ('' as never)
  const someone = { account: null, organ: null, name: something }
  const personnel =
    kind === 'personnelNotice'
      ? { department: organ, isMajor: false, concerned: [someone], keptFrom: [], officials: [] }
      : null
  const content = { title: something, blocks: [], recipients: [] }
  return refusalOf(
    null,
    {
      ...{ type: 'DraftBulletin', kind, tone, year, period, content, personnel, read: [], on, actor },
      ...{ corrects: null, standing: null },
    },
    world,
  )
}

function refusalOf(bulletin: Bulletin | null, command: BulletinCommand, world: BulletinWorld): BulletinRefusal | null {
  const decision = decide(bulletin, command, world)
  return decision.ok ? null : decision.error
}
