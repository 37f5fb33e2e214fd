import { hasPassed } from '../../kernel/clock.ts'
import { isAfter } from '../../kernel/day.ts'
import { isKeptOut, isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import { handles, mayKnow, partOf } from './keeping.ts'
import type {
  Of,
  Relief,
  ReliefCommand,
  ReliefCommandType,
  ReliefFact,
  ReliefRefusal,
  ReliefStage,
  ReliefState,
  ReliefWorld,
} from './relief.ts'

export type ReliefDecision = Result<readonly ReliefFact[], ReliefRefusal>
type LaterCommand = Exclude<ReliefCommandType, 'ExplainRelief'>
type Decide<T extends ReliefCommandType> = (relief: Relief, command: Of<T>, world: ReliefWorld) => ReliefDecision

const refuse = (refusal: ReliefRefusal): ReliefDecision => err(refusal)
const accept = (...facts: readonly ReliefFact[]): ReliefDecision => ok(facts)

/** What may follow from a command: who may act first, then the rule. */
export function decide(state: ReliefState, command: ReliefCommand, world: ReliefWorld): ReliefDecision {
  if (command.type === 'ExplainRelief') {
    return state === null ? tellOfRelief(command, world) : refuse({ kind: 'relief-told-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-relief' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (relief: Relief, command: ReliefCommand, world: ReliefWorld) => ReliefDecision
  return rule(state, command, world)
}

const wanted = ['wished', 'helped', 'handed'] as const
const open = ['told', 'declined', ...wanted] as const
const all = [...open, 'ended'] as const

/** `own`: the petitioner, or the organ that told them, for them. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: 'own' | 'guide' | 'house'; readonly at: readonly ReliefStage[] }>
> = {
  AnswerRelief: { by: 'own', at: open },
  RecordReliefHelp: { by: 'guide', at: wanted },
  HandReliefOn: { by: 'guide', at: wanted },
  RecordReliefOutcome: { by: 'own', at: wanted },
  PassReliefOn: { by: 'house', at: all },
  KeepRelief: { by: 'house', at: all },
  EraseRelief: { by: 'house', at: all },
}

const notYours: ReliefRefusal = { kind: 'relief-not-yours', basis: decided('0051') }

/** It is read whole each time. That somebody does not wish it is never refused for this. */
export const mostFacts = 500

const isNo = (command: ReliefCommand): boolean => command.type === 'AnswerRelief' && !command.wishes

/** Whoever must not know of it is told that it does not exist. */
function refusalToAct(relief: Relief, command: ReliefCommand, world: ReliefWorld): ReliefRefusal | null {
  const { actor, type } = command
  const { by, at } = permissions[type as LaterCommand]
  if (!mayKnow(relief, actor, world.organs)) return { kind: 'no-such-relief' }
  if ((actor.kind === 'house') !== (by === 'house')) return notYours
  if (actor.kind !== 'house' && relief.erasedOn !== null) return { kind: 'relief-erased', on: relief.erasedOn }
  if (actor.kind === 'petitioner' && by === 'guide') return notYours
  if (actor.kind === 'staff' && (!handles(actor) || partOf(relief, actor.organ) !== 'guide')) return notYours
  if (by !== 'house' && relief.version >= mostFacts && !isNo(command)) {
    return { kind: 'history-full', atMost: mostFacts }
  }
  return at.includes(relief.stage)
    ? null
    : { kind: 'wrong-relief-stage', stage: relief.stage, command: type, needs: at }
}

/** 告知 (art. 37 (2)): by whoever handles the petition, whatever its stage, and after its end too (art. 37 (3)). */
function tellOfRelief(command: Of<'ExplainRelief'>, { pack, organs }: ReliefWorld): ReliefDecision {
  const { on, actor, beginning, kind, telling, explanation } = command
  if (actor.kind !== 'staff' || actor.organ !== beginning.guide) return refuse({ kind: 'no-such-relief' })
  if (!handles(actor)) return refuse(notYours)
  if (isPersonKeptOut(beginning.keptFrom, actor, organs)) return refuse({ kind: 'no-such-relief' })
  if (beginning.person === '') return refuse({ kind: 'no-such-petitioner' })
  return accept({ type: 'ReliefExplained', on, pack, account: actor.account, kind, telling, explanation, ...beginning })
}

/** Nobody is helped against their will: an office writes a wish down only with the record that the petitioner signed. */
const answerRelief: Decide<'AnswerRelief'> = (relief, { on, actor, wishes, note, materials }) => {
  const isOwn = actor.kind === 'petitioner'
  if (!isOwn && materials.length === 0) return refuse({ kind: 'needs-signed-record', basis: decided('0051') })
  if (relief.answers.at(-1)?.wishes === wishes) return refuse({ kind: 'answered-already' })
  const named = materials.map((material, at) => ({ ...material, ref: `a${relief.version}m${at + 1}` }))
  const word = isOwn ? 'key' : 'signedRecord'
  return accept({ type: 'ReliefAnswered', on, wishes, word, note, materials: named })
}

const helpWithRelief: Decide<'RecordReliefHelp'> = ({ toldOn }, { on, helpedOn, what }) => {
  if (isAfter(helpedOn, on)) return refuse({ kind: 'day-not-come', day: helpedOn, today: on })
  if (isAfter(toldOn, helpedOn)) return refuse({ kind: 'day-too-early', day: helpedOn, not: toldOn })
  return accept({ type: 'ReliefHelped', on, helpedOn, what })
}

/** 交有关机关办理: from this fact the organ is given its task. */
const handReliefOn: Decide<'HandReliefOn'> = ({ keptFrom, handed }, { on, organ, what, due }, { organs }) => {
  if (organs.find(organ)?.state !== 'active') return refuse({ kind: 'unknown-organ', organ })
  if (isKeptOut(keptFrom, organ, organs)) return refuse({ kind: 'relief-at-kept-out', organ, basis: article(30, 3) })
  if (!isAfter(due, on)) return refuse({ kind: 'day-not-ahead', day: due, today: on })
  return accept({ type: 'ReliefHandedOn', on, key: `h${handed.length + 1}`, organ, what, due })
}

/** What a petitioner knows they know from themselves or from a paper. */
const recordReliefOutcome: Decide<'RecordReliefOutcome'> = (
  relief,
  { on, actor, receivedOn, outcome, text, source },
) => {
  if (hasPassed(on, receivedOn)) return refuse({ kind: 'day-not-come', day: receivedOn, today: on })
  if (isAfter(relief.toldOn, receivedOn)) {
    return refuse({ kind: 'day-too-early', day: receivedOn, not: relief.toldOn })
  }
  const from = actor.kind === 'petitioner' && source === 'organ' ? 'ownWord' : source
  return accept({ type: 'ReliefOutcomeRecorded', on, receivedOn, outcome, text, source: from })
}

/** From whom the petition is kept now; nobody who was kept out is let in again by it. */
const keepRelief: Decide<'KeepRelief'> = (relief, { on, keptFrom, officials, recused, about }) => {
  const both = <T>(was: readonly T[], is: readonly T[]): readonly T[] => [...new Set([...was, ...is])]
  const kept = {
    keptFrom: both(relief.keptFrom, keptFrom),
    officials: both(relief.officials, officials),
    recused: both(relief.recused, recused),
    about: both(relief.about, about),
  }
  const isNews = (['keptFrom', 'officials', 'recused', 'about'] as const).some(
    (part) => kept[part].length > relief[part].length,
  )
  return isNews ? accept({ type: 'ReliefKept', on, ...kept }) : ok([])
}

const eraseRelief: Decide<'EraseRelief'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'ReliefErased', on }) : ok([])

/** 分立、合并、撤销 (art. 24 (2)): whoever carries the organ on that told of it, unless it must not know of the petition. */
const passReliefOn: Decide<'PassReliefOn'> = ({ guide, keptFrom }, { on }, { organs }) => {
  if (organs.find(guide)?.state === 'active') return ok([])
  const isHeir = (heir: OrganId) => organs.find(heir)?.state === 'active' && !isKeptOut(keptFrom, heir, organs)
  const to = organs.find(guide)?.successors.find(isHeir)
  return to === undefined ? ok([]) : accept({ type: 'ReliefPassedOn', on, from: guide, to })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  AnswerRelief: answerRelief,
  RecordReliefHelp: helpWithRelief,
  HandReliefOn: handReliefOn,
  RecordReliefOutcome: recordReliefOutcome,
  PassReliefOn: passReliefOn,
  KeepRelief: keepRelief,
  EraseRelief: eraseRelief,
}
