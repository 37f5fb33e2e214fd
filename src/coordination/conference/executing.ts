/**
 * What was decided is carried out in the rooms that it binds, once each: a petition goes to the organ that takes it, an order is opened, tasks
 * are given. In the name of whoever recorded it for the conference; what another room refuses stands on the item, and is tried again when
 * somebody asks for it.
 */

import type { AccountId } from '../../identity/account.ts'
import { postsOf } from '../../identity/account-tables.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { Prose, type ProsePart } from '../../kernel/prose.ts'
import type { Result } from '../../kernel/result.ts'
import { commandPetition } from '../../petition/commanding.ts'
import { beginSupervision } from '../../supervision/begin.ts'
import { giveTask } from '../../tasks/giving.ts'
import { commandItem } from './commanding.ts'
import type { Decision, Item } from './conference.ts'
import type { ConferenceHouse } from './house.ts'
import { itemOfHouse, type Staff, textsOf } from './reading.ts'

const system = { kind: 'system', task: 'conference' } as const

/** Everything that still waits. What was done already is left as it is, so that asking twice does it once. */
export async function executeDecision(house: ConferenceHouse, stream: string): Promise<void> {
  const item = await itemOfHouse(house, stream)
  if (item?.decision == null || item.stage !== 'confirmed') return
  const waiting = item.execution.filter(({ state }) => state === 'waiting')
  if (waiting.length === 0) return
  const texts = await textsOf(house, stream, system)
  const by = await executorOf(house, item)
  for (const { part } of waiting) {
    const outcome = await execute(house, { stream, item, part, texts, by })
    await commandItem(house, { stream, type: 'RecordExecution', body: { part, ...outcome }, viewer: system })
  }
}

interface Outcome {
  readonly result: string | null
  readonly refusal: string | null
}
const doneAs = (result: string | null): Outcome => ({ result, refusal: null })
const declinedAs = (refusal: string): Outcome => ({ result: null, refusal })

/** With the posts that they hold today: whoever has left the conference acts for it no longer. */
async function executorOf(house: ConferenceHouse, { executor, conference }: Item): Promise<Staff | null> {
  if (executor === null) return null
  const held = await postsOf(house.work, executor as AccountId, house.today())
  const here = held.filter(({ organ }) => organ === conference).map(({ post }) => post)
  return here.length === 0 ? null : { kind: 'staff', account: executor, organ: conference, posts: here }
}

interface Executing {
  readonly stream: string
  readonly item: Item
  readonly part: string
  readonly texts: ReadonlyMap<string, string>
  /** Null where whoever recorded it holds no post in the conference any more. */
  readonly by: Staff | null
}

async function execute(house: ConferenceHouse, executing: Executing): Promise<Outcome> {
  const { item, part } = executing
  const decision = item.decision as Decision
  if (part !== 'jurisdiction' && part !== 'measure') return give(house, executing, decision)
  const { by } = executing
  if (by === null) return declinedAs('no-such-holder')
  const acting = { ...executing, by }
  return part === 'jurisdiction' ? decideDispute(house, acting, decision) : openOrder(house, acting, decision)
}

type Acting = Executing & { readonly by: Staff }

/** A text that lay sealed here was read with narrower limits than these. */
function prose(texts: ReadonlyMap<string, string>, { ref }: { readonly ref: string }, part: ProsePart): Prose {
  const read = Prose.read(texts.get(ref) ?? '', { max: 40_000, min: 1, part })
  if (!read.ok) throw new Error(`what was decided cannot be read: ${read.error}`)
  return read.value
}

const keyOf = (stream: string, part: string) => ({
  scope: 'conference',
  key: `${stream} ${part}`,
  requestDigest: `${stream} ${part}`,
})

const outcomeOf = (done: Result<unknown, { readonly kind: string }>, result: string | null): Outcome =>
  done.ok ? doneAs(result) : declinedAs(done.error.kind)

/** 由共同的信访工作联席会议协调处理 (art. 24 (1)): the petition goes to whoever takes it, with the reasons. */
async function decideDispute(
  house: ConferenceHouse,
  { stream, part, texts, by }: Acting,
  { jurisdiction, says }: Decision,
): Promise<Outcome> {
  if (jurisdiction === null) return doneAs(null)
  const { petition, competent } = jurisdiction
  const decided = await commandPetition(house, {
    ...{ number: petition as PetitionNumber, type: 'DecideDispute', viewer: by },
    body: { competent, reasons: prose(texts, says, 'office') },
    idempotency: keyOf(stream, part),
  })
  return outcomeOf(decided, petition)
}

/** 约谈、挂牌督办、责令限期整改 (art. 39 (3)), as an order of the conference. */
async function openOrder(
  house: ConferenceHouse,
  { stream, part, texts, by }: Acting,
  { measure }: Decision,
): Promise<Outcome> {
  if (measure === null) return doneAs(null)
  const { order, petition, organs, due, instruction, criteria } = measure
  const body = {
    ...{ kind: order, due, addressees: organs.map((organ) => ({ organ, leader: null })) },
    instruction: prose(texts, instruction, 'content'),
    criteria: criteria.map((criterion) => prose(texts, criterion, 'content')),
  }
  const opened = await beginSupervision(house, {
    ...{ subject: { kind: 'petition', number: petition }, body, viewer: by },
    idempotency: keyOf(stream, part),
  })
  return outcomeOf(opened, petition)
}

/** 议定事项: who does what by when, followed as every task is. */
async function give(
  house: ConferenceHouse,
  { stream, item, part, texts }: Executing,
  { tasks }: Decision,
): Promise<Outcome> {
  const task = tasks.find(({ key }) => key === part)
  if (!task) return doneAs(null)
  const given = await giveTask(house, {
    origin: { kind: 'decision', stream, key: part },
    ...{ giver: item.conference, givenBy: null, organ: task.organ, officer: null, due: task.due },
    what: prose(texts, task.what, 'content'),
    petitions: item.petitions,
  })
  return outcomeOf(given, given.ok ? given.value.task : null)
}
