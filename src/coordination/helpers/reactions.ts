/** What engagements do when something becomes known of what they are about: the same people are kept out, and what was written goes with it. */
import type { Consumer } from '../../engine/consumer.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { MediationFactType } from '../../mediation/mediations/mediation.ts'
import { mediationRoom } from '../../mediation/mediations/room.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { partsOf } from '../../petition/parts.ts'
import type { FactType } from '../../petition/petition.ts'
import { readPetition } from '../../petition/reading.ts'
import { petitionRoom } from '../../petition/room.ts'
import { screeningRoom } from '../../prevention/screening/room.ts'
import type { ScreeningFactType } from '../../prevention/screening/screening.ts'
import { commandAsHouse, endAsHouse, eraseEngagement } from './as-house.ts'
import { followMediation } from './bringing.ts'
import type { EngagementSubject } from './engagement.ts'
import { isOfConcerned } from './engaging.ts'
import { isNamed, keepingOf } from './inviting.ts'
import { readEngagement, readHelper } from './queries.ts'
import { idOf } from './room.ts'

const viewer = { kind: 'system', task: 'helping' } as const
const keeping: ReadonlySet<FactType> = new Set<FactType>(['ComplainedNamed', 'OfficialIdentified', 'PetitionCorrected'])

/** After which a mediation lets somebody in, or no longer. */
const ofMediation: ReadonlySet<MediationFactType> = new Set<MediationFactType>([
  ...(['MediationStarted', 'PartyAnswered', 'PartyAdded', 'MediationKept', 'MediationPassedOn'] as const),
  ...(['MediationDeclined', 'MediationEnded', 'MediationClosed', 'AgreementConcluded', 'MediationErased'] as const),
])
const ofScreening: ReadonlySet<ScreeningFactType> = new Set<ScreeningFactType>([
  'ScreeningClosed',
  'ScreeningCancelled',
])

/** Reading a fact twice changes nothing. */
export function engagementReaction(house: PetitionHouse): Consumer {
  return {
    name: 'helper-engagements',
    follows: [...keeping, 'ContentErased' satisfies FactType, ...ofMediation, ...ofScreening],
    async react({ stream, fact: { type } }) {
      if (petitionRoom.owns?.(stream) === true) {
        if (type === 'ContentErased') await each(house, 'petition', stream, eraseEngagement)
        if (isIn(keeping, type)) await each(house, 'petition', stream, (_, one) => keep(house, stream, one))
      } else if (stream.startsWith(`${mediationRoom.name}:`)) {
        if (type === 'MediationErased') await each(house, 'mediation', stream, eraseEngagement)
        else if (isIn(ofMediation, type)) {
          await each(house, 'mediation', stream, (_, one) => followMediation(house, stream, one))
        }
      } else if (stream.startsWith(`${screeningRoom.name}:`) && isIn(ofScreening, type)) {
        await each(house, 'screening', stream, endAsHouse)
      }
    },
  }
}

const isIn = (facts: ReadonlySet<string>, type: string): boolean => facts.has(type)

/** All of one matter, by its stream. */
async function each(
  house: PetitionHouse,
  kind: EngagementSubject['kind'],
  stream: string,
  act: (house: PetitionHouse, engagement: string) => Promise<unknown>,
): Promise<void> {
  const { rows } = await house.work.query<{ stream_id: string }>(
    `select stream_id from engagement where ${kind} = $1 order by stream_id`,
    [stream],
  )
  for (const { stream_id } of rows) await act(house, idOf(stream_id))
}

/**
 * A matter that became an accusation is shown to nobody from outside any more, nor anything to a helper whom it complains of or who belongs to
 * whom it does. Where the organ that invited must not know of it, nobody is left to whom a helper would answer.
 */
async function keep(house: PetitionHouse, petition: string, engagement: string): Promise<void> {
  const read = await readPetition(house, petition as PetitionNumber, viewer)
  if (!read) return
  const kept = await keepingOf(house, read)
  await commandAsHouse(house, engagement, 'KeepEngagement', kept)
  const known = await readEngagement(house, engagement, null)
  const helper = known && (await readHelper(house, known.state.helper, null))
  if (!helper) return
  const { about } = partsOf(read.petition)
  const isConcerned = isNamed(read, helper) || isOfConcerned({ ...kept, about }, helper.state.organ, house.directory)
  const isInviterOut = isKeptOut(kept.keptFrom, known.state.inviter, house.directory)
  if (isConcerned || isInviterOut || read.petition.class === 'accusation') await endAsHouse(house, engagement)
}
