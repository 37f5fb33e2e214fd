/** From a folded suggestion and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Rewards } from '../../law/rewards.ts'
import type { PetitionRow } from '../../petition/views.ts'
import { suggestionTermOf, suggestionTerms } from '../../wording/suggestion-terms.ts'
import { idOf as idOfCall } from '../calls/room.ts'
import { actionsOf, type Trying } from './actions.ts'
import type { OwnSuggestion, SuggestionRowView, SuggestionView } from './contract.ts'
import type { SuggestionHouse } from './house.ts'
import type { ListedSuggestion, ReadSuggestion } from './queries.ts'
import { rewardInWords } from './rewarding.ts'
import { idOf } from './room.ts'
import type { Asked, SuggestionRefusal } from './suggestion.ts'
import { explainSuggestion } from './wording.ts'

type Place = Pick<SuggestionHouse, 'directory'>

export const organRef = ({ directory }: Place, id: OrganId) => ({ id, ...directory.nameOf(id) })
const erased = '〔已依法销毁 / lawfully erased〕'
const textIn =
  ({ texts }: Pick<ReadSuggestion, 'texts'>) =>
  ({ ref }: Sealed): string =>
    texts.get(ref) ?? erased

export function rowView(listed: ListedSuggestion, row: PetitionRow | undefined): SuggestionRowView {
  const { stream, petition, call, receivedOn, stage, adoption, answeredOn, waits } = listed
  return {
    ...{ suggestion: idOf(stream), petition, receivedOn, stage, adoption, answeredOn, waits },
    title: row?.title ?? '',
    holder: row?.holder ?? null,
    call: call && idOfCall(call),
  }
}

export interface Beside {
  readonly title: string
  readonly callTitle: string
  readonly trying: Trying
}

export function suggestionView(
  read: ReadSuggestion,
  { title, callTitle, trying }: Beside,
  place: Place,
): SuggestionView {
  const { suggestion, stream, history } = read
  const { version, petition, call, receivedOn, stage, adoption, answeredOn, answeredBy, ending, erasedOn } = suggestion
  const text = textIn(read)
  const askedView = ({ ref, on, organ, what, due }: Asked) => ({
    ref,
    on,
    organ: organRef(place, organ),
    what: text(what),
    due,
  })
  return {
    ...{
      suggestion: idOf(stream),
      version,
      petition,
      title,
      receivedOn,
      stage,
      adoption,
      answeredOn,
      ending,
      erasedOn,
    },
    call: call === null ? null : { call: idOfCall(call), title: callTitle },
    answeredBy: answeredBy && organRef(place, answeredBy),
    studies: suggestion.studies.map(askedView),
    carryingOut: suggestion.carryingOut.map(askedView),
    rewards: suggestion.rewards.map(({ ref, on, kind, what, why, stage, decidedOn, reason, givenOn }) => ({
      ...{
        ref,
        on,
        kind,
        name: rewardInWords(kind, trying.world.rewards),
        stage,
        decidedOn,
        givenOn,
        what: text(what),
        why: text(why),
      },
      reason: reason && text(reason),
    })),
    changes: suggestion.changes.map(({ ref, on, title, text: said, stage, publishedOn, reason }) => ({
      ...{ ref, on, stage, publishedOn, title: text(title), text: text(said), reason: reason && text(reason) },
    })),
    rewardKinds: Object.entries(trying.world.rewards).map(([kind, { zh, en }]) => ({ kind, zh, en })),
    actions: actionsOf(suggestion, trying).map(({ action, type, ref, refusal }) => ({
      ...{ action, ref, ...suggestionTerms.suggestionCommand[type], allowed: refusal === null },
      refusal: refusalView(refusal, place),
    })),
    history: history.map(({ fact }) => ({
      ...{ type: fact.type, on: fact.on },
      ...suggestionTermOf('suggestionFact', fact.type),
    })),
  }
}

const refusalView = (refusal: SuggestionRefusal | null, { directory }: Place) =>
  refusal && { kind: refusal.kind, ...explainSuggestion(refusal, (id) => directory.nameOf(id)) }

/** What the petitioner is told: organs and days, the reward that was approved, and what everybody reads. No word that offices wrote to each other. */
export function ownView(
  read: ReadSuggestion,
  rewardsThere: Rewards,
  place: Place,
): NonNullable<OwnSuggestion['suggestion']> {
  const { studies, carryingOut, rewards, changes } = read.suggestion
  const text = textIn(read)
  const askedView = ({ organ, on, due }: Asked) => ({ organ: organRef(place, organ), on, due })
  return {
    studies: studies.map(askedView),
    carryingOut: carryingOut.map(askedView),
    rewards: rewards.flatMap(({ kind, what, stage, decidedOn, givenOn }) =>
      (stage === 'approved' || stage === 'given') && decidedOn !== null
        ? [{ kind, name: rewardInWords(kind, rewardsThere), what: text(what), approvedOn: decidedOn, givenOn }]
        : [],
    ),
    changes: changes.flatMap(({ title, text: said, stage, publishedOn }) =>
      stage === 'published' && publishedOn !== null ? [{ title: text(title), text: text(said), publishedOn }] : [],
    ),
  }
}
