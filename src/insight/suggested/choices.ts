/**
 * How often clerks choose what is suggested: for each petition that was registered what would have been suggested, and what was chosen.
 * Codes and a version, and no word of it, nor of whose it is. What accuses somebody and what was written in confidence is left out, as it is
 * when learning.
 */
import type { ClientBase } from 'pg'
import type { Consumer } from '../../engine/consumer.ts'
import type { Recorded } from '../../engine/envelope.ts'
import type { Fact, FactOf } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { textOf } from './confirmed.ts'
import type { SuggestedHouse } from './house.ts'
import { suggestFor } from './suggesting.ts'
import { suggestionTargets } from './target.ts'

export const choiceReader = 'suggested-choices'

export function choiceReaction(house: SuggestedHouse): Consumer {
  return {
    name: choiceReader,
    follows: ['PetitionRegistered', 'PetitionCorrected', 'ContentErased'],
    async react(recorded, transaction) {
      const { stream, fact } = recorded as Recorded<Fact>
      if (petitionRoom.owns?.(stream) !== true) return
      // its own row goes with everything else of it (petition/erasing.ts)
      if (fact.type === 'ContentErased')
        await transaction.query('update suggested_model set must_forget = true where in_use')
      if (fact.type === 'PetitionCorrected') await correct(transaction, stream, fact)
      if (fact.type !== 'PetitionRegistered') return
      for (const { target, version, suggested, chosen } of await chosenIn(house, stream, fact))
        await transaction.query({
          name: 'suggested choice',
          text: `insert into suggested_choice (stream_id, target, version, suggested, chosen, registered_on)
            values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
          values: [stream, target, version, suggested, chosen, fact.on],
        })
    },
  }
}

/** What turns out to accuse somebody is not kept among the others. */
async function correct(transaction: ClientBase, stream: string, { field, to }: FactOf<'PetitionCorrected'>) {
  if (field === 'class' && to === 'accusation')
    await transaction.query('delete from suggested_choice where stream_id = $1', [stream])
  else if (field === 'category' || field === 'class')
    await transaction.query('update suggested_choice set chosen = $3 where stream_id = $1 and target = $2', [
      ...[stream, field, String(to)],
    ])
}

async function chosenIn(house: SuggestedHouse, stream: string, fact: FactOf<'PetitionRegistered'>) {
  // an import is nobody's choice at a window
  if (fact.class === 'accusation' || fact.confidentiality !== 'named' || fact.imported !== null) return []
  const text = await textOf(house, stream, fact)
  if (text === null) return []
  const { place, class: petitionClass, about } = fact
  const offered = await suggestFor(house, {
    text,
    place,
    class: petitionClass,
    about: about.filter(({ as }) => as === 'accused'),
  })
  const respondent = about.find(({ as, organ }) => as === 'respondent' && organ !== null)?.organ
  const chosen = { category: fact.category, class: fact.class, organ: respondent }
  return suggestionTargets.flatMap((target) => {
    const { items, learned } = offered[target]
    const is = chosen[target]
    if (is === undefined || is === null || items.length === 0) return []
    return [{ target, version: learned.version, suggested: items.map(({ code }) => code), chosen: is }]
  })
}
