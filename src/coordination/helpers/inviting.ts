/** An invitation: the extract is taken from the petition and masked, and what only the house may compare is compared. */
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorIn } from '../../identity/actor.ts'
import type { Day } from '../../kernel/day.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { Prose } from '../../kernel/prose.ts'
import { err, type Result } from '../../kernel/result.ts'
import { namesPetitioner } from '../../petition/extracts.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { namesInPetition } from '../../petition/masked-words.ts'
import { partsOf } from '../../petition/parts.ts'
import { readPetition } from '../../petition/reading.ts'
import type { Read } from '../../petition/view.ts'
import { mask } from '../../text/masking.ts'
import { commandEngagement, type EngagementDone } from './commanding.ts'
import { isAvailable } from './decide.ts'
import type { EngagementMode, EngagementRefusal } from './engagement.ts'
import { isAsked, type ReadHelper, readHelper, type Staff } from './queries.ts'

export interface Inviting {
  readonly number: PetitionNumber
  readonly helper: string
  readonly mode: EngagementMode
  readonly what: Prose
  readonly summary: Prose
  readonly claims: readonly string[]
  readonly until: Day
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

const house_ = { kind: 'system', task: 'helping' } as const

export async function inviteHelper(
  house: PetitionHouse,
  inviting: Inviting,
): Promise<Result<EngagementDone, EngagementRefusal | EngineRefusal>> {
  const { number, viewer, helper: id, mode, what, summary, claims, until, idempotency } = inviting
  // In the name of whoever invites: a petition that they do not see does not exist for them.
  if (!(await readPetition(house, number, viewer))) return err({ kind: 'no-such-petition' })
  const [read, helper] = await Promise.all([readPetition(house, number, house_), readHelper(house, id, viewer)])
  if (!read) return err({ kind: 'no-such-petition' })
  if (!helper) return err({ kind: 'no-such-helper' })
  const { petition } = read
  const keeping = await keepingOf(house, read)
  const known = petition.claims.map(({ ref }) => ref)
  const beginning = {
    ...{
      subject: { kind: 'petition', petition: number },
      inviter: viewer.organ,
      helper: id,
      helperKind: helper.state.kind,
    },
    ...{ mode, what, summary, until, ...keeping },
    claims: claims.filter((ref) => known.includes(ref)).map((ref) => ({ ref, text: maskedClaim(read, ref) })),
    about: partsOf(petition).about,
    people: mode === 'anonymous' ? [] : petition.people.map(({ ref }) => ref),
  }
  const names = await Promise.all([what, summary].map((words) => namesPetitioner(house, number, words)))
  const check = {
    isAccusation: petition.class === 'accusation',
    ...{ isOver: false, guestIsAnother: false },
    erasedOn: petition.erasure?.erasedOn ?? null,
    isAsked: await isAsked(house, id, { kind: 'petition', petition: number }),
    holdsIt: [petition.holder, petition.registrar].includes(viewer.organ),
    helperState: helper.state.state,
    helperIsThere: isAvailable(helper.state, house.today()),
    helperOrgan: helper.state.organ,
    helperIsNamed: isNamed(read, helper),
    namesPetitioner: names.includes(true),
    unknownClaim: claims.find((ref) => !known.includes(ref)) ?? null,
  }
  const actor = await actorIn(house, viewer, keeping)
  return commandEngagement(house, {
    ...{ engagement: null, type: 'InviteHelper', body: { beginning, check }, viewer, actor },
    sealedOn: house.today(),
    ...(idempotency ? { idempotency } : {}),
  })
}

/** From whom the matter is kept: accused organs, those that a named official leads, and the officials. */
export async function keepingOf(house: PetitionHouse, { petition }: Pick<Read, 'petition'>) {
  const { accused, officials } = partsOf(petition)
  const led = officials.length === 0 ? [] : await house.leadsOf(officials)
  return { keptFrom: [...new Set([...accused, ...led.map(({ organ }) => organ)])], officials: [...officials] }
}

const longestClaim = 20_000

function maskedClaim(read: Read, ref: string): Prose {
  const claim = read.petition.claims.find((each) => each.ref === ref)
  const text = (claim && read.texts.get(claim.text.ref)) ?? '〔不能读取 / unreadable〕'
  const prose = Prose.read(mask(text, namesInPetition(read)), { max: longestClaim, min: 1 })
  if (!prose.ok) throw new Error(`a claim cannot be masked: ${prose.error}`)
  return prose.value
}

/** Whoever the petition names among the officials is not invited to it, under whatever title. */
export function isNamed({ petition, texts }: Read, { state, texts: own }: ReadHelper): boolean {
  const name = own.get(state.name.ref)?.replaceAll(/\s/g, '')
  if (name === undefined || name === '') return false
  return petition.about.some(({ official }) => official !== null && (texts.get(official.ref) ?? '').includes(name))
}
