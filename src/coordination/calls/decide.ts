import { isAfter } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { article, decided } from '../../law/basis.ts'
import type {
  CallCommand,
  CallCommandType,
  CallContent,
  CallFact,
  CallForSuggestions,
  CallRefusal,
  CallStage,
  CallState,
  CallWorld,
  Of,
} from './call.ts'

export type CallDecision = Result<readonly CallFact[], CallRefusal>
type LaterCommand = Exclude<CallCommandType, 'DraftCall'>
type Decide<T extends LaterCommand> = (call: CallForSuggestions, command: Of<T>, world: CallWorld) => CallDecision

const refuse = (refusal: CallRefusal): CallDecision => err(refusal)
const accept = (...facts: readonly CallFact[]): CallDecision => ok(facts)

export function decide(state: CallState, command: CallCommand, world: CallWorld): CallDecision {
  if (command.type === 'DraftCall') {
    return state === null ? draftCall(command, world) : refuse({ kind: 'call-drafted-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-call' })
  const refusal = refusalToAct(state, command)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    call: CallForSuggestions,
    command: CallCommand,
    world: CallWorld,
  ) => CallDecision
  return rule(state, command, world)
}

/** Whose post it takes, and at which stages. Whoever handles drafts; who answers for the organ publishes and closes. */
export const permissions: Readonly<
  Record<LaterCommand, { readonly by: 'clerk' | 'head'; readonly at: readonly CallStage[] }>
> = {
  EditCall: { by: 'clerk', at: ['draft'] },
  SubmitCall: { by: 'clerk', at: ['draft'] },
  ReturnCall: { by: 'head', at: ['submitted'] },
  PublishCall: { by: 'head', at: ['submitted'] },
  ProlongCall: { by: 'head', at: ['published'] },
  CloseCall: { by: 'head', at: ['published'] },
  WithdrawCall: { by: 'clerk', at: ['draft', 'submitted'] },
}

const mayHold = (posts: readonly string[], post: 'clerk' | 'head'): boolean =>
  posts.includes('head') || (post === 'clerk' && posts.includes('clerk'))

function refusalToAct(call: CallForSuggestions, { type, actor }: CallCommand): CallRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  const isPublic = call.publishedOn !== null
  if (actor.organ !== call.organ)
    return isPublic ? { kind: 'call-is-anothers', organ: call.organ } : { kind: 'no-such-call' }
  if (!mayHold(actor.posts, by)) return { kind: 'call-needs-post', post: by }
  return at.includes(call.stage) ? null : { kind: 'wrong-call-stage', stage: call.stage, command: type, needs: at }
}

function draftCall({ on, actor, type: _, ...content }: Of<'DraftCall'>, world: CallWorld): CallDecision {
  if (!mayHold(actor.posts, 'clerk')) return refuse({ kind: 'call-needs-post', post: 'clerk' })
  const refusal = refusalOf(content, world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'CallDrafted', on, organ: actor.organ, account: actor.account, ...only(content) })
}

const only = ({ title, text, questions, from, until, places, answeredBy }: CallContent): CallContent => ({
  ...{ title, text, questions, from, until, places: [...new Set(places)], answeredBy: [...new Set(answeredBy)] },
})

function refusalOf({ from, until, answeredBy }: CallContent, { organs }: CallWorld): CallRefusal | null {
  if (isAfter(from, until)) return { kind: 'call-ends-before-it-begins', from, until }
  const unknown = answeredBy.find((organ) => organs.find(organ)?.state !== 'active')
  return unknown === undefined ? null : { kind: 'unknown-organ', organ: unknown }
}

const editCall: Decide<'EditCall'> = (_, { on, actor, type: __, ...content }, world) => {
  const refusal = refusalOf(content, world)
  return refusal ? refuse(refusal) : accept({ type: 'CallEdited', on, account: actor.account, ...only(content) })
}

const submitCall: Decide<'SubmitCall'> = (_, { on, actor }) =>
  accept({ type: 'CallSubmitted', on, account: actor.account })

const returnCall: Decide<'ReturnCall'> = (_, { on, actor, reason }) =>
  accept({ type: 'CallReturned', on, account: actor.account, reason })

/** Approved by another person than those who wrote it. One that would be over on the day it is published asks nobody anything. */
const publishCall: Decide<'PublishCall'> = (call, { on, actor }) => {
  const { until } = call.content
  if (call.writers.includes(actor.account)) return refuse({ kind: 'own-call', basis: decided('0043') })
  if (isAfter(on, until)) return refuse({ kind: 'call-is-over', until, today: on })
  return accept({ type: 'CallPublished', on, account: actor.account })
}

/** Never shortened: whoever was told a day may count on it. */
const prolongCall: Decide<'ProlongCall'> = ({ content }, { on, actor, until, reason }) => {
  if (!isAfter(until, content.until)) return refuse({ kind: 'not-prolonged', until: content.until })
  if (isAfter(on, until)) return refuse({ kind: 'call-is-over', until, today: on })
  return accept({ type: 'CallProlonged', on, account: actor.account, until, reason })
}

/** Once its last day has passed and everybody who answered it has been answered. */
const closeCall: Decide<'CloseCall'> = ({ content }, { on, actor, report }, { counts: { open, ...counts } }) => {
  if (!isAfter(on, content.until)) return refuse({ kind: 'call-still-open', until: content.until })
  if (open > 0) return refuse({ kind: 'suggestions-unanswered', open, basis: article(29, 1) })
  return accept({ type: 'CallClosed', on, account: actor.account, report, counts })
}

const withdrawCall: Decide<'WithdrawCall'> = (_, { on, actor, reason }) =>
  accept({ type: 'CallWithdrawn', on, account: actor.account, reason })

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  EditCall: editCall,
  SubmitCall: submitCall,
  ReturnCall: returnCall,
  PublishCall: publishCall,
  ProlongCall: prolongCall,
  CloseCall: closeCall,
  WithdrawCall: withdrawCall,
}
