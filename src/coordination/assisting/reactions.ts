/**
 * Between a petition and its tasks: what is asked of an organ that assists is followed as a task, and what becomes of the task is said in the
 * petition, the report in the words of the assistant. Reading a fact twice changes nothing.
 */
import type { Consumer } from '../../engine/consumer.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import { Prose } from '../../kernel/prose.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { commandPetition } from '../../petition/commanding.ts'
import type { Fact, FactOf } from '../../petition/petition.ts'
import { readPetition } from '../../petition/reading.ts'
import { petitionRoom } from '../../petition/room.ts'
import { giveTask } from '../../tasks/giving.ts'
import type { TaskHouse } from '../../tasks/house.ts'
import { taskOfHouse } from '../../tasks/queries.ts'
import type { TaskFact } from '../../tasks/task.ts'

const viewer = { kind: 'system', task: 'assisting' } as const

/** Facts of a task that say something of the assistance. */
const tellingOfTasks: readonly TaskFact['type'][] = ['TaskReported', 'TaskReturned', 'TaskClosed', 'TaskWithdrawn']

export function assistanceReaction(house: TaskHouse): Consumer {
  return {
    name: 'assistance-tasks',
    follows: ['AssistanceAsked' satisfies Fact['type'], ...tellingOfTasks],
    async react({ stream, fact }) {
      if (petitionRoom.owns?.(stream) === true && (fact as Fact).type === 'AssistanceAsked')
        await follow(house, stream as PetitionNumber, fact as FactOf<'AssistanceAsked'>)
      if (stream.startsWith('task:')) await say(house, stream, fact as TaskFact)
    },
  }
}

/** The lead closes it; who decides a dispute asks before there is a lead, and closes what it asked itself. */
async function follow(house: TaskHouse, number: PetitionNumber, asked: FactOf<'AssistanceAsked'>): Promise<void> {
  const read = await readPetition(house, number, viewer)
  const what = read?.texts.get(asked.what.ref)
  if (!read || what === undefined) return
  const { petition } = read
  const lead = petition.arbiter === asked.by && petition.stage === 'disputed' ? asked.by : petition.holder
  await giveTask(house, {
    origin: { kind: 'assistance', stream: number, key: asked.ref },
    ...{ giver: lead, givenBy: null, organ: asked.organ, officer: null, what, due: asked.until },
    petitions: [number],
    shownTo: asked.by === lead ? [] : [asked.by],
  })
}

/** What a fact of a task says of the assistance; null where it says nothing. */
function standingAfter({ type }: TaskFact): 'reported' | 'returned' | 'ended' | null {
  if (type === 'TaskReported') return 'reported'
  if (type === 'TaskReturned') return 'returned'
  return type === 'TaskClosed' || type === 'TaskWithdrawn' ? 'ended' : null
}

async function say(house: TaskHouse, stream: string, fact: TaskFact): Promise<void> {
  const standing = standingAfter(fact)
  const task = standing && (await taskOfHouse(house, stream))
  if (!standing || !task || task.origin.kind !== 'assistance') return
  const { stream: number, key: assistance } = task.origin
  const report = fact.type === 'TaskReported' ? await wordsOf(house, stream, fact.report) : null
  if (standing === 'reported' && report === null) return
  const result = fact.type === 'TaskReported' ? fact.result : null
  const body = { assistance, standing, result, report }
  await commandPetition(house, { number: number as PetitionNumber, type: 'NoteAssistance', body, viewer })
}

/** Written between offices, and sealed in the petition as such. */
async function wordsOf(house: TaskHouse, stream: string, { ref }: Sealed): Promise<Prose | null> {
  const { rows } = await house.work.query(
    'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    [stream, ref],
  )
  const text = (await openPieces(house.keys, rows as readonly Box[])).get(ref)
  const read = text === undefined ? null : Prose.read(text, { max: 40_000, min: 1, part: 'office' })
  return read?.ok ? read.value : null
}
