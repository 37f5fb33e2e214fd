/** Every command to a suggestion: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { namesPetitioner } from '../../petition/extracts.ts'
import { mask } from '../../text/masking.ts'
import { decide } from './decide.ts'
import type { SuggestionHouse } from './house.ts'
import { lookAtPetition } from './looking.ts'
import { suggestionNotices } from './outgoing.ts'
import { readSuggestion, type Staff, suggestionOfHouse } from './queries.ts'
import { rewardsAt } from './rewarding.ts'
import { streamOfPetition, suggestionRoom } from './room.ts'
import type {
  LookedAtPetition,
  Suggestion,
  SuggestionActor,
  SuggestionCommand,
  SuggestionCommandType,
  SuggestionFact,
  SuggestionRefusal,
  SuggestionState,
} from './suggestion.ts'

type System = { readonly kind: 'system'; readonly task: string }
export interface Commanded {
  readonly stream: string
  readonly version: number
  readonly suggestion: Suggestion
}
type Done = Promise<Result<Commanded, SuggestionRefusal | EngineRefusal>>

const retentionClass = 'suggestion'

export interface SuggestionCommanding {
  readonly stream: string
  readonly type: Exclude<SuggestionCommandType, 'FollowSuggestion'>
  readonly body: object
  readonly viewer: Staff | System
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A suggestion that the viewer may not see does not exist for them. */
export async function commandSuggestion(house: SuggestionHouse, commanding: SuggestionCommanding): Done {
  const { stream, type, body, viewer, expectedVersion, idempotency } = commanding
  const known = await before(house, stream, viewer)
  const looked = known && (await lookAtPetition(house, known.suggestion.petition))
  if (!known || !looked) return err({ kind: 'no-such-suggestion' })
  const { petition, receivedOn } = known.suggestion
  const beside = type === 'DraftChange' ? { names: await namesSomebody(house, petition, body as Said) } : {}
  return carryOut(house, {
    ...{ stream, type, body, beside, viewer, actor: known.actor, looked, sealedOn: receivedOn },
    ...{ expected: expectedVersion ?? 'any', idempotency },
  })
}

/** By the house, when a petition turns out to be a suggestion. Its stream follows from the petition, so it is followed once. */
export async function followSuggestion(
  house: SuggestionHouse,
  following: {
    readonly petition: string
    readonly call: string | null
    readonly receivedOn: Day
    readonly task: string
  },
): Done {
  const { task, ...body } = following
  const looked = await lookAtPetition(house, body.petition)
  if (looked === null) return err({ kind: 'no-such-suggestion' })
  return carryOut(house, {
    ...{ stream: streamOfPetition(body.petition), type: 'FollowSuggestion', body, beside: {}, looked },
    ...{ viewer: { kind: 'system', task }, actor: { kind: 'house', task }, sealedOn: body.receivedOn },
    ...{ expected: 'any', idempotency: undefined },
  })
}

async function before(house: SuggestionHouse, stream: string, viewer: Staff | System) {
  if (viewer.kind === 'system') {
    const suggestion = await suggestionOfHouse(house, stream)
    return suggestion && { suggestion, actor: { kind: 'house', task: viewer.task } as SuggestionActor }
  }
  const read = await readSuggestion(house, viewer, stream)
  return read && { suggestion: read.suggestion, actor: (await answeringActorOf(house, viewer)) as SuggestionActor }
}

interface Said {
  readonly title: Prose
  readonly text: Prose
}

/**
 * Whether words for everybody say who somebody is: a name or a number that can be told from the text, or one that the petition knows. What
 * cannot be told from either, a nickname or a house that everybody knows, whoever publishes it has to see.
 */
async function namesSomebody(house: SuggestionHouse, petition: string, { title, text }: Said): Promise<boolean> {
  const number = petition as PetitionNumber
  for (const said of [title, text]) {
    if (mask(said.text) !== said.text || (await namesPetitioner(house, number, said))) return true
  }
  return false
}

interface Carried {
  readonly stream: string
  readonly type: SuggestionCommandType
  readonly body: object
  readonly beside: object
  readonly viewer: Staff | System
  readonly actor: SuggestionActor
  readonly looked: LookedAtPetition
  readonly sealedOn: Day
  readonly expected: number | 'any'
  readonly idempotency: Idempotency | undefined
}

async function carryOut(house: SuggestionHouse, carried: Carried): Done {
  const { stream, type, body, beside, viewer, actor, looked, sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor, looked } as unknown as SuggestionCommand
  const executed = await execute<SuggestionState, SuggestionFact, SuggestionRefusal>(poolsFor(house, viewer), {
    room: suggestionRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, { organs: house.directory, rewards: rewardsAt(house, looked.registrar) }),
    sealed: rows,
    jobs: suggestionNotices,
    scope: {
      reading: () => settingsOf(viewer, house.today()),
      writing: (written) => ({ ...settingsOf(viewer, house.today()), 'xinqiao.suggestion': written }),
    },
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-suggestion' })
    : ok({ stream: executed.value.stream, version, suggestion: state })
}
