import { type AllOrgans, isKeptOut, isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import {
  type Exemplary,
  type ExemplaryAudience,
  type ExemplaryCommand,
  type ExemplaryCommandType,
  type ExemplaryFact,
  type ExemplaryRefusal,
  type ExemplaryStage,
  type ExemplaryState,
  type ExemplaryWorld,
  exemplaryStages,
  type LookedAtSource,
  type Of,
  type StaffActor,
} from './exemplary.ts'

export type ExemplaryDecision = Result<readonly ExemplaryFact[], ExemplaryRefusal>
type LaterCommand = Exclude<ExemplaryCommandType, 'ProposeExemplary'>

const refuse = (refusal: ExemplaryRefusal): ExemplaryDecision => err(refusal)
const accept = (fact: ExemplaryFact): ExemplaryDecision => ok([fact])
const basis = decided('0064')

/** What may follow from a command: who may act, in which stage, then the rule. */
export function decide(state: ExemplaryState, command: ExemplaryCommand, world: ExemplaryWorld): ExemplaryDecision {
  if (command.type === 'ProposeExemplary') {
    return state === null ? proposeExemplary(command, world) : refuse({ kind: 'exemplary-proposed-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-exemplary' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  switch (command.type) {
    case 'MendExemplary':
      return mendExemplary(state, command, world)
    case 'ReturnExemplary':
      return accept({ type: 'ExemplaryReturned', on: command.on, account: accountOf(command), reason: command.reason })
    case 'PublishExemplary':
      return publishExemplary(state, command, world)
    case 'WithdrawExemplary':
      return accept({ type: 'ExemplaryWithdrawn', on: command.on, account: accountOf(command), reason: command.reason })
    case 'KeepExemplary':
      return keepExemplary(state, command)
  }
}

const accountOf = ({ actor }: ExemplaryCommand): string => (actor as StaffActor).account

/** `writers`: whoever handles or leads in the organ that proposed it; `approver`: another head; `heads`: either organ's. */
export const permissions: Readonly<
  Record<
    LaterCommand,
    { readonly by: 'writers' | 'approver' | 'heads' | 'house'; readonly at: readonly ExemplaryStage[] }
  >
> = {
  MendExemplary: { by: 'writers', at: ['proposed', 'returned'] },
  ReturnExemplary: { by: 'approver', at: ['proposed'] },
  PublishExemplary: { by: 'approver', at: ['proposed'] },
  WithdrawExemplary: { by: 'heads', at: ['proposed', 'returned', 'published'] },
  KeepExemplary: { by: 'house', at: exemplaryStages },
}

const leads = ({ posts }: StaffActor): boolean => posts.includes('head') || posts.includes('leader')
const writes = (actor: StaffActor): boolean => leads(actor) || actor.posts.includes('clerk')
const anothers: ExemplaryRefusal = { kind: 'exemplary-is-anothers', basis }

/** Whether how it came about exists for somebody: their organ has a part in it, and it is kept neither from that nor from them. */
export const mayKnow = (
  { organ, approver, keptFrom, officials }: Exemplary,
  actor: StaffActor,
  organs: AllOrgans,
): boolean =>
  [organ, approver].includes(actor.organ) && !isPersonKeptOut(keptFrom, actor, organs) && !isNamed(officials, actor)

/** Named in the matter, or answering to somebody who is (art. 28 (3)). */
const isNamed = (officials: readonly string[], { account, answersTo = [] }: StaffActor): boolean =>
  [account, ...answersTo].some((each) => officials.includes(each))

function refusalToAct(
  exemplary: Exemplary,
  { type, actor }: ExemplaryCommand,
  { organs }: ExemplaryWorld,
): ExemplaryRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  if (actor.kind !== 'staff') return by === 'house' ? null : anothers
  const { organ, approver, writers, stage } = exemplary
  if (!mayKnow(exemplary, actor, organs)) return { kind: 'no-such-exemplary' }
  if (by === 'house') return anothers
  if (by === 'writers' && (actor.organ !== organ || !writes(actor))) return anothers
  if (by === 'heads' && !leads(actor)) return anothers
  if (by === 'approver' && (actor.organ !== approver || !leads(actor) || writers.includes(actor.account)))
    return { kind: 'exemplary-needs-another-head', approver, basis }
  return at.includes(stage) ? null : { kind: 'wrong-exemplary-stage', stage, command: type, needs: at }
}

function proposeExemplary(command: Of<'ProposeExemplary'>, world: ExemplaryWorld): ExemplaryDecision {
  const { on, actor, source, audience, writeup, looked, tellings } = command
  const refusal = refusalToPropose(actor, looked)
  if (refusal) return refuse(refusal)
  const { organ, account } = actor as StaffActor
  const { category, keptFrom, officials } = looked as LookedAtSource
  if (isNamed(officials, actor as StaffActor)) return refuse({ kind: 'no-such-source' })
  const reach = reachOf(organ, audience, world)
  if (reach === null) return refuse({ kind: 'no-bureau-there', basis })
  if ([organ, reach.approver].some((each) => isKeptOut(keptFrom, each, world.organs))) return refuse(accuses)
  if (tellings.length > 0) return refuse({ kind: 'exemplary-identifies', tellings, basis })
  return accept({
    ...{ type: 'ExemplaryProposed', on, organ, account, source, category, audience, ...reach, writeup },
    ...{ keptFrom, officials },
  })
}

/** Whoever had the matter writes it up, or a bureau with a part in it; never one that is open, and never an accusation. */
export function refusalToPropose(
  actor: ExemplaryCommand['actor'],
  looked: LookedAtSource | null,
): ExemplaryRefusal | null {
  if (actor.kind !== 'staff' || !writes(actor)) return anothers
  if (looked === null) return { kind: 'no-such-source' }
  return refusalOfSource(looked) ?? (looked.organs.includes(actor.organ) ? null : { kind: 'source-not-yours', basis })
}

const accuses: ExemplaryRefusal = { kind: 'source-accuses', basis: article(30, 3) }

const refusalOfSource = ({ isAccusation, isConfidential, isSolved }: LookedAtSource): ExemplaryRefusal | null => {
  if (isAccusation) return accuses
  if (isConfidential) return { kind: 'source-confidential', basis }
  return isSolved ? null : { kind: 'source-not-solved', basis }
}

/** What an organ keeps to itself its own head publishes; what others read, the head of the bureau of the place. */
function reachOf(
  organ: OrganId,
  audience: ExemplaryAudience,
  { organs, bureauOf }: ExemplaryWorld,
): { readonly approver: OrganId; readonly place: string } | null {
  const own = organs.find(organ)
  if (own === undefined) return null
  if (audience === 'organ' || own.kind === 'bureau') return { approver: organ, place: own.region }
  const bureau = bureauOf(own.region)
  return bureau === undefined ? null : { approver: bureau.id, place: bureau.region }
}

function mendExemplary(
  { organ, keptFrom }: Exemplary,
  { on, actor, audience, writeup, tellings }: Of<'MendExemplary'>,
  world: ExemplaryWorld,
): ExemplaryDecision {
  const reach = reachOf(organ, audience, world)
  if (reach === null) return refuse({ kind: 'no-bureau-there', basis })
  if (isKeptOut(keptFrom, reach.approver, world.organs)) return refuse(accuses)
  if (tellings.length > 0) return refuse({ kind: 'exemplary-identifies', tellings, basis })
  return accept({ type: 'ExemplaryMended', on, account: (actor as StaffActor).account, audience, ...reach, writeup })
}

/** Whom it names since it was proposed is kept from it too. */
function publishExemplary(
  exemplary: Exemplary,
  { on, actor, looked, tellings }: Of<'PublishExemplary'>,
  { organs }: ExemplaryWorld,
): ExemplaryDecision {
  if (looked === null) return refuse({ kind: 'no-such-source' })
  // before anything else, and as if it were not there: why it is refused would tell them that they are accused
  const { keptFrom, officials } = keepingOf(exemplary, looked)
  const isTheirs = [exemplary.organ, exemplary.approver].some((each) => isKeptOut(keptFrom, each, organs))
  if (isTheirs || isNamed(officials, actor as StaffActor)) return refuse({ kind: 'no-such-exemplary' })
  const refusal = refusalOfSource(looked)
  if (refusal) return refuse(refusal)
  if (tellings.length > 0) return refuse({ kind: 'exemplary-identifies', tellings, basis })
  return accept({ type: 'ExemplaryPublished', on, account: (actor as StaffActor).account, keptFrom, officials })
}

type Keeping = Pick<LookedAtSource, 'keptFrom' | 'officials'>

/** It only ever grows: whoever was kept out stays out. */
const keepingOf = (exemplary: Exemplary, looked: LookedAtSource): Keeping => ({
  keptFrom: [...new Set([...exemplary.keptFrom, ...looked.keptFrom])],
  officials: [...new Set([...exemplary.officials, ...looked.officials])],
})

/** Asking twice changes nothing. */
function keepExemplary(exemplary: Exemplary, { on, looked }: Of<'KeepExemplary'>): ExemplaryDecision {
  const { keptFrom, officials } = keepingOf(exemplary, looked)
  const accuses = looked.isAccusation
  const isNews =
    keptFrom.length > exemplary.keptFrom.length ||
    officials.length > exemplary.officials.length ||
    (accuses && exemplary.withdrawn === null)
  return isNews ? accept({ type: 'ExemplaryKept', on, keptFrom, officials, accuses }) : ok([])
}
