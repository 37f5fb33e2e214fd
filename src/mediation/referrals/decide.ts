import { hasPassed } from '../../kernel/clock.ts'
import { withClockChanges } from '../../kernel/clock-keeping.ts'
import { isKeptOut, isPersonKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { ruleOf } from '../../law/cn-2022/referrals.ts'
import { clockChangesAt } from './clocks.ts'
import type { Decide, ReferralDecision } from './decision.ts'
import { evolve } from './evolve.ts'
import { houseDecisions } from './house-decide.ts'
import { handles, mayKnow, partOf } from './keeping.ts'
import type {
  Of,
  Referral,
  ReferralCommand,
  ReferralCommandType,
  ReferralFact,
  ReferralRefusal,
  ReferralStage,
  ReferralState,
  ReferralWorld,
} from './referral.ts'
import { stepDecisions } from './steps.ts'

type LaterCommand = Exclude<ReferralCommandType, 'ExplainReferral'>

const refuse = (refusal: ReferralRefusal): ReferralDecision => err(refusal)

/** What may follow from a command: who may act, then the rule, then the clocks that its facts start and stop. */
export function decide(state: ReferralState, command: ReferralCommand, world: ReferralWorld): ReferralDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function ruled(state: ReferralState, command: ReferralCommand, world: ReferralWorld): ReferralDecision {
  if (command.type === 'ExplainReferral') {
    return state === null ? explainReferral(command, world) : refuse({ kind: 'referral-explained-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-referral' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    referral: Referral,
    command: ReferralCommand,
    world: ReferralWorld,
  ) => ReferralDecision
  return rule(state, command, world)
}

const going = ['explained', 'applied', 'correcting', 'accepted', 'mediating'] as const
const under = ['applied', 'correcting', 'accepted', 'mediating'] as const
const open = [...going, 'decided', 'refused'] as const
const all = [...open, 'closed'] as const

/** `petitioner`: the petitioner, or the organ that told them, asked by them. `either`: also the organ that they went to. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: 'petitioner' | 'either' | 'house'; readonly at: readonly ReferralStage[] }>
> = {
  RecordApplication: { by: 'petitioner', at: ['explained', 'refused'] },
  ShareReferral: { by: 'petitioner', at: open.filter((stage) => stage !== 'explained') },
  AskCorrection: { by: 'either', at: ['applied'] },
  RecordCorrection: { by: 'either', at: ['correcting'] },
  RecordAcceptance: { by: 'either', at: ['applied', 'correcting'] },
  RecordRefusal: { by: 'either', at: under },
  RecordMediation: { by: 'either', at: under },
  ProlongReferral: { by: 'either', at: ['accepted', 'mediating'] },
  RecordOutcome: { by: 'either', at: under },
  NoteDay: { by: 'either', at: open },
  CloseReferral: { by: 'petitioner', at: open },
  PassReferralOn: { by: 'house', at: all },
  KeepReferral: { by: 'house', at: all },
  EraseReferral: { by: 'house', at: all },
  RemindPetitioner: { by: 'house', at: open },
  MarkClock: { by: 'house', at: open },
  RecountReferral: { by: 'house', at: open },
}

const notYours: ReferralRefusal = { kind: 'referral-not-yours', basis: decided('0050') }

/** It is read whole each time. That somebody takes sight back, or gives the way up, is never refused for this. */
export const mostFacts = 1000

const isNeverTooMuch = (command: ReferralCommand): boolean =>
  command.type === 'CloseReferral' || (command.type === 'ShareReferral' && !command.shared)

/** Whoever must not know of it is told that it does not exist. */
function refusalToAct(referral: Referral, command: ReferralCommand, world: ReferralWorld): ReferralRefusal | null {
  const { actor, type } = command
  const { by, at } = permissions[type as LaterCommand]
  if (!mayKnow(referral, actor, world.organs)) return { kind: 'no-such-referral' }
  if ((actor.kind === 'house') !== (by === 'house') || actor.kind === 'visitor') return notYours
  if (actor.kind !== 'house' && referral.erasedOn !== null) return { kind: 'referral-erased', on: referral.erasedOn }
  if (actor.kind === 'staff') {
    const refusal = refusalOfStaff(referral, command, by)
    if (refusal) return refusal
  }
  if (by !== 'house' && referral.version >= mostFacts && !isNeverTooMuch(command)) {
    return { kind: 'history-full', atMost: mostFacts }
  }
  return at.includes(referral.stage)
    ? null
    : { kind: 'wrong-referral-stage', stage: referral.stage, command: type, needs: at }
}

/** An office writes down what a petitioner did only where they ask for it; the organ that they went to says what it did itself. */
function refusalOfStaff(referral: Referral, command: ReferralCommand, by: 'petitioner' | 'either' | 'house') {
  const actor = command.actor as Extract<ReferralCommand['actor'], { kind: 'staff' }>
  const part = partOf(referral, actor.organ)
  if (!handles(actor) || part === 'reader' || part === null) return notYours
  if (part === 'body') return by === 'either' ? null : notYours
  const asked = 'asked' in command ? command.asked : null
  return asked === null ? ({ kind: 'petitioner-must-ask', basis: decided('0050') } as const) : null
}

/** 导入相应程序 (art. 31 (1)): told in writing, with where to go; it takes nothing from the petition. */
function explainReferral(command: Of<'ExplainReferral'>, { pack, organs }: ReferralWorld): ReferralDecision {
  const { on, actor, beginning, way, to, explanation, knownOn, first, has } = command
  if (actor.kind !== 'staff' || !has || actor.organ !== beginning.guide) return refuse({ kind: 'no-such-referral' })
  if (!handles(actor)) return refuse(notYours)
  if (isPersonKeptOut(beginning.keptFrom, actor, organs)) return refuse({ kind: 'no-such-referral' })
  if (beginning.person === '') return refuse({ kind: 'no-such-petitioner' })
  if ((to.organ === null) === (to.name === null)) return refuse({ kind: 'referred-to-nobody' })
  if (to.organ !== null) {
    if (organs.find(to.organ)?.state !== 'active') return refuse({ kind: 'unknown-organ', organ: to.organ })
    if (isKeptOut(beginning.keptFrom, to.organ, organs)) {
      return refuse({ kind: 'referred-to-kept-out', organ: to.organ, basis: article(30, 3) })
    }
  }
  if (knownOn !== null && hasPassed(on, knownOn)) return refuse({ kind: 'day-not-come', day: knownOn, today: on })
  if (first !== null && ruleOf(way).limits.sueAfterRefusal === undefined) {
    return refuse({ kind: 'first-by-law-only', way })
  }
  return ok([
    { type: 'ReferralExplained', on, pack, account: actor.account, way, to, explanation, knownOn, first, ...beginning },
  ])
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = { ...stepDecisions, ...houseDecisions }

const withClocks = (state: ReferralState, facts: readonly ReferralFact[], world: ReferralWorld) =>
  withClockChanges<Referral, ReferralFact>(state, facts, {
    evolve,
    changesAt: (referral, fact) => clockChangesAt(referral, fact, world),
  })
