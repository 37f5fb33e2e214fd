/**
 * Among whom a party can choose (人民调解法 art. 19, 23 (1)): those of the roster who work where it is mediated and are not concerned in it. The key
 * is checked first; then the house reads for whoever holds it, because a party has no rows of the roster.
 */
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { readKey } from '../../kernel/petitioner-key.ts'
import { err, ok } from '../../kernel/result.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import type { Call, Route } from '../../platform/http/call.ts'
import { route } from '../../platform/http/call.ts'
import { petitionFor } from '../mediations/looking.ts'
import type { Mediation } from '../mediations/mediation.ts'
import { heldMediation, ownMediation } from '../mediations/queries.ts'
import { streamOf } from '../mediations/room.ts'
import * as wire from './choosing-contract.ts'
import { type MediatorToChoose, mediatorsFor } from './queries.ts'
import { toChooseView } from './view.ts'
import type { RosterRefusal } from './wording.ts'

const system = { kind: 'system', task: 'mediation' } as const
const unknown = { kind: 'no-such-mediator' } as const

export const choosingRoutes = (house: PetitionHouse): readonly Route<RosterRefusal>[] => [
  route(wire.mediatorsForParty, (call) => answerParty(house, call)),
  route(wire.mediatorsForPetitioner, (call) => answerPetitioner(house, call)),
]

async function answerParty(house: PetitionHouse, { body }: Call<typeof wire.mediatorsForParty>) {
  const said = readKey(body.key)
  const held = said.is === 'key' ? await heldMediation(house, body.reference, said.key) : null
  return held ? ok(await toChoose(house, held.mediation)) : err(unknown)
}

async function answerPetitioner(house: PetitionHouse, { viewer, params }: Call<typeof wire.mediatorsForPetitioner>) {
  const held = await ownMediation(house, streamOf(params.mediation), viewer)
  return held ? ok(await toChoose(house, held.mediation)) : err(unknown)
}

async function toChoose(house: PetitionHouse, mediation: Mediation) {
  const { organ, subject } = mediation
  const petition = subject.kind === 'petition' ? await petitionFor(house, subject.number, system) : null
  const region = house.directory.find(organ)?.region ?? ''
  const all = await mediatorsFor(house, system, { region, category: petition?.category ?? null })
  const items = all.filter((one) => !isConcerned(mediation, one, house)).map((one) => toChooseView(one, house))
  return { items }
}

/** Named in the matter, or of an organ that is a party to it, is accused in it or stands below one that is. */
export function isConcerned(
  { parties, officials, keptFrom }: Pick<Mediation, 'parties' | 'officials' | 'keptFrom'>,
  { organ, account }: Pick<MediatorToChoose, 'organ' | 'account'>,
  { directory }: Pick<PetitionHouse, 'directory'>,
): boolean {
  if (account !== null && officials.includes(account)) return true
  if (organ === null) return false
  const sides = parties.flatMap((party) => party.organ ?? [])
  return isKeptOut([...keptFrom, ...sides], organ, directory)
}
