/** What exemplary cases do about facts: whom their matter names since must not see how they came about, and what accuses is read by nobody. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import type { FactType } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import type { DisputeFact } from '../../prevention/disputes/dispute.ts'
import { keepExemplary } from './commanding.ts'
import type { ExemplaryFactOf } from './exemplary.ts'
import type { ExemplaryHouse } from './house.ts'
import { lookAtSource, ruled } from './looking.ts'

const ofPetitions = [
  'ComplainedNamed',
  'OfficialIdentified',
  'PetitionCorrected',
] as const satisfies readonly FactType[]
const ofDisputes = ['DisputeKept'] as const satisfies readonly DisputeFact['type'][]

/** Which matter a case came from stands in its first fact alone. Cases are few, so all of those are looked through. */
const ofSource = `select stream_id from exemplary where exists (select from event e where e.stream_id = exemplary.stream_id
  and e.version = 1 and e.fact::jsonb #>> '{fact,source,stream}' = $1)`

export function exemplaryKeepingReaction(house: ExemplaryHouse): Consumer {
  return {
    name: 'exemplary-keeping',
    follows: [...ofPetitions, ...ofDisputes, 'ExemplaryProposed'],
    async react({ stream, fact }) {
      // it was looked at before it was proposed: somebody may have been named in between
      if (fact.type === 'ExemplaryProposed') {
        const seen = ruled(await lookAtSource(house, (fact as ExemplaryFactOf<'ExemplaryProposed'>).source))
        if (seen !== null) await keepExemplary(house, stream, seen)
        return
      }
      const kind = petitionRoom.owns?.(stream) === true ? 'petition' : 'dispute'
      const follows: readonly string[] = kind === 'petition' ? ofPetitions : ofDisputes
      if (!follows.includes(fact.type)) return
      const looked = ruled(await lookAtSource(house, { kind, stream }))
      if (looked !== null) await forEachStream(house, ofSource, [stream], (each) => keepExemplary(house, each, looked))
    },
  }
}
