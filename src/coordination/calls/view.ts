/** From rows and opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import { daysLeft } from '../../kernel/clock.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { callTermOf, callTerms } from '../../wording/call-terms.ts'
import { actionsOf } from './actions.ts'
import type { CallActor, CallRefusal, CallWorld } from './call.ts'
import type { CallRowView, CallView, PublicCallView } from './contract.ts'
import type { CallHouse } from './house.ts'
import { placeInWords } from './places.ts'
import type { KnownCall, ListedCall, ReadCall } from './queries.ts'
import { idOf } from './room.ts'
import { explainCall } from './wording.ts'

type Place = Pick<CallHouse, 'directory' | 'today'>

const organRef = ({ directory }: Place, id: OrganId) => ({ id, ...directory.nameOf(id) })

export function rowView(listed: ListedCall, place: Place): CallRowView {
  const { stream, organ, stage, title, from, until, publishedOn, closedOn, counts } = listed
  const isOpen = stage === 'published' && until >= place.today()
  return {
    ...{ call: idOf(stream), organ: organRef(place, organ), stage, title, from, until, publishedOn, closedOn, counts },
    daysLeft: isOpen ? daysLeft(until, place.today()) : null,
  }
}

export const publicView = (read: ReadCall, place: Place): PublicCallView => ({
  ...rowView(read, place),
  ...{ text: read.text, questions: [...read.questions], report: read.report },
  places: read.places.map((code) => ({ code, ...placeInWords(place, code) })),
  answeredBy: read.answeredBy.map((organ) => organRef(place, organ)),
})

export interface Beside {
  readonly actor: CallActor
  readonly counts: CallWorld['counts']
  readonly texts: ReadonlyMap<string, string>
}

export function callView(read: ReadCall, { call, history }: KnownCall, beside: Beside, place: Place): CallView {
  const { actor, counts, texts } = beside
  const world = { organs: place.directory, counts }
  const said = (piece: { readonly on: string; readonly reason: Sealed } | null) =>
    piece && { on: piece.on, reason: texts.get(piece.reason.ref) ?? '' }
  return {
    ...publicView(read, place),
    ...{ version: call.version, standing: { ...counts } },
    ...{ returned: said(call.returned), withdrawn: said(call.withdrawn) },
    actions: actionsOf(call, actor, place.today(), world).map(({ action, type, refusal }) => ({
      ...{ action, ...callTerms.callCommand[type], allowed: refusal === null },
      refusal: refusalView(refusal, place),
    })),
    history: history.map(({ fact }) => ({ type: fact.type, on: fact.on, ...callTermOf('callFact', fact.type) })),
  }
}

const refusalView = (refusal: CallRefusal | null, { directory }: Place) =>
  refusal && { kind: refusal.kind, ...explainCall(refusal, (id) => directory.nameOf(id)) }
