import { hasPassed } from '../../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../../kernel/clock-keeping.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok } from '../../kernel/result.ts'
import { article } from '../../law/basis.ts'
import { clockChangesAt, recounting } from './clocks.ts'
import * as closing from './closing.ts'
import { accept, type Decide, type OwnershipDecision, refuse } from './decision.ts'
import { evolve } from './evolve.ts'
import { isDecider, isHandler, isOwner, leadsOwnersOrgan, mayKnow, partsOf } from './knowing.ts'
import type {
  Ownership,
  OwnershipActor,
  OwnershipCommand,
  OwnershipCommandType,
  OwnershipFact,
  OwnershipRefusal,
  OwnershipStaff,
  OwnershipStage,
  OwnershipState,
  OwnershipWorld,
} from './ownership.ts'
import * as owning from './owning.ts'
import * as proposing from './proposing.ts'
import * as solving from './solving.ts'

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: OwnershipState, command: OwnershipCommand, world: OwnershipWorld): OwnershipDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function ruled(state: OwnershipState, command: OwnershipCommand, world: OwnershipWorld): OwnershipDecision {
  if (command.type === 'ProposeOwnership') return proposing.proposeOwnership(state, command, world)
  if (state === null) return refuse({ kind: 'no-such-ownership' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    ownership: Ownership,
    command: OwnershipCommand,
    world: OwnershipWorld,
  ) => OwnershipDecision
  return rule(state, command, world)
}

type LaterCommand = Exclude<OwnershipCommandType, 'ProposeOwnership'>
type Performer = 'decider' | 'owner' | 'ownerOrHandler' | 'ownersHead' | 'party' | 'petitioner' | 'house'
const owned = ['assigned', 'planned'] as const
const open = ['proposed', ...owned] as const
const all = [...open, 'dropped', 'closed', 'ended'] as const

/** By whom, and at which stages. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: Performer; readonly at: readonly OwnershipStage[] }>
> = {
  DropOwnership: { by: 'decider', at: ['proposed'] },
  AssignOwner: { by: 'decider', at: ['proposed'] },
  ReplaceOwner: { by: 'ownersHead', at: owned },
  RecordPlan: { by: 'ownerOrHandler', at: owned },
  AddStep: { by: 'ownerOrHandler', at: ['planned'] },
  WithdrawStep: { by: 'ownerOrHandler', at: ['planned'] },
  RecordMeeting: { by: 'ownerOrHandler', at: owned },
  OfferHelp: { by: 'ownerOrHandler', at: owned },
  AnswerHelp: { by: 'ownerOrHandler', at: owned },
  ExtendOwnership: { by: 'decider', at: owned },
  RecordResult: { by: 'owner', at: ['planned'] },
  GiveView: { by: 'petitioner', at: [...owned, 'closed'] },
  RecordView: { by: 'party', at: ['planned'] },
  RecordAsking: { by: 'party', at: ['planned'] },
  CloseOwnership: { by: 'owner', at: ['planned'] },
  AskForAnotherOwner: { by: 'petitioner', at: owned },
  DecideOnAnotherOwner: { by: 'decider', at: owned },
  MarkOwnerLeft: { by: 'house', at: owned },
  ReopenOwnership: { by: 'house', at: ['closed'] },
  KeepOwnership: { by: 'house', at: all },
  PassOwnershipOn: { by: 'house', at: open },
  EraseOwnership: { by: 'house', at: all },
  MarkClock: { by: 'house', at: open },
  RecountOwnership: { by: 'house', at: open },
}

const basis = article(18, 2)
const notYours: OwnershipRefusal = { kind: 'ownership-not-yours', basis }

function refusalToAct(
  ownership: Ownership,
  { type, actor }: OwnershipCommand,
  world: OwnershipWorld,
): OwnershipRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  const refusal = refusalOfActor(ownership, actor, by, world)
  if (refusal) return refusal
  if (at.includes(ownership.stage)) return null
  return { kind: 'wrong-ownership-stage', stage: ownership.stage, command: type, needs: at }
}

function refusalOfActor(
  ownership: Ownership,
  actor: OwnershipActor,
  by: Performer,
  world: OwnershipWorld,
): OwnershipRefusal | null {
  if (actor.kind === 'house') return by === 'house' ? null : notYours
  if (actor.kind === 'petitioner') {
    if (actor.petition !== ownership.petition) return { kind: 'no-such-ownership' }
    return by === 'petitioner' ? null : notYours
  }
  return refusalOfStaff(ownership, actor, by, world)
}

/** Whoever must not know of it is told that it does not exist. */
function refusalOfStaff(
  ownership: Ownership,
  actor: OwnershipStaff,
  by: Performer,
  { organs }: OwnershipWorld,
): OwnershipRefusal | null {
  if (!mayKnow(ownership, actor, organs)) return { kind: 'no-such-ownership' }
  switch (by) {
    case 'decider':
      return isDecider(ownership, actor) ? null : { kind: 'deciders-decide', basis }
    case 'owner':
      if (ownership.owner === null && isHandler(ownership, actor)) return { kind: 'nobody-owns-it', basis }
      return isOwner(ownership, actor) ? null : { kind: 'owner-does-it', basis }
    case 'ownerOrHandler':
      return isOwner(ownership, actor) || isHandler(ownership, actor) ? null : notYours
    case 'ownersHead':
      return isDecider(ownership, actor) || leadsOwnersOrgan(ownership, actor)
        ? null
        : { kind: 'deciders-decide', basis }
    case 'party':
      return worksThere(actor) ? null : notYours
    default:
      return notYours
  }
}

/** Whoever handles, leads or supervises in an organ; not who merely keeps accounts or audits there. */
const worksThere = ({ posts }: OwnershipStaff): boolean =>
  (['clerk', 'head', 'leader', 'supervisor'] as const).some((post) => posts.includes(post))

/** From whom it is kept now. A matter that turns out to accuse somebody is owned by nobody any longer (art. 30 (1)). */
const keepOwnership: Decide<'KeepOwnership'> = (ownership, { on, class: petitionClass, keeping }) => {
  const before = JSON.stringify(keepingOf(ownership))
  const after = JSON.stringify(keepingOf({ class: petitionClass, ...keeping }))
  const kept: readonly OwnershipFact[] =
    before === after ? [] : [{ type: 'OwnershipKept', on, class: petitionClass, ...keeping }]
  const ends = petitionClass === 'accusation' && (open as readonly OwnershipStage[]).includes(ownership.stage)
  return accept(...kept, ...(ends ? [{ type: 'OwnershipEnded', on } as const] : []))
}

const keepingOf = ({
  class: petitionClass,
  keptFrom,
  officials,
  recused,
  about,
}: Pick<Ownership, 'class' | 'keptFrom' | 'officials' | 'recused' | 'about'>) => ({
  class: petitionClass,
  keptFrom: [...keptFrom].sort(),
  officials: [...officials].sort(),
  recused: [...recused].sort(),
  about: [...about].sort(),
})

/** 分立、合并、撤销 (art. 24 (2)): whoever carries an organ on takes its part, unless it must not know of the case. */
const passOwnershipOn: Decide<'PassOwnershipOn'> = (ownership, { on }, { organs }) => {
  const heirOf = (from: OrganId): OrganId | undefined =>
    organs
      .find(from)
      ?.successors.find((heir) => organs.find(heir)?.state === 'active' && !isKeptOut(ownership.keptFrom, heir, organs))
  return ok(
    partsOf(ownership)
      .filter((organ) => organs.find(organ)?.state !== 'active')
      .flatMap((from): readonly OwnershipFact[] => {
        const to = heirOf(from)
        return to === undefined ? [] : [{ type: 'OwnershipPassedOn', on, from, to }]
      }),
  )
}

const eraseOwnership: Decide<'EraseOwnership'> = ({ isErased }, { on }) =>
  isErased ? ok([]) : accept({ type: 'OwnershipErased', on })

/** With the holiday notices as they are now: all clocks in one fact, and none where nothing moves. */
const recountOwnership: Decide<'RecountOwnership'> = ({ clocks }, { on }, world) => {
  const recounted = recountOpen(clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'OwnershipClocksRecounted', on, ...recounted })
}

const markClock: Decide<'MarkClock'> = (ownership, { on, actor, clock: id }, world) => {
  const clock = ownership.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return err({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, world)) return recountOwnership(ownership, { type: 'RecountOwnership', on, actor }, world)
  const clocks = [{ change: 'fellOverdue', id, on }] as const
  return accept({ type: 'OwnershipFellOverdue', on, clock: id, clocks })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  ...proposing.decisions,
  ...owning.decisions,
  ...solving.decisions,
  ...closing.decisions,
  KeepOwnership: keepOwnership,
  PassOwnershipOn: passOwnershipOn,
  EraseOwnership: eraseOwnership,
  MarkClock: markClock,
  RecountOwnership: recountOwnership,
}

/** Adds to each fact what it does to the clocks, one after the other. */
const withClocks = (state: OwnershipState, facts: readonly OwnershipFact[], world: OwnershipWorld) =>
  withClockChanges<Ownership, OwnershipFact>(state, facts, {
    evolve,
    changesAt: (after, fact, before) => clockChangesAt(after, fact, world, before),
  })
