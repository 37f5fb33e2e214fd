/** From a fact to the messages about it: made when they are sent, from what the petition says then, and kept nowhere. */
import { createHash } from 'node:crypto'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { PetitionHouse } from '../petition/house.ts'
import type { FactType } from '../petition/petition.ts'
import { readPetition } from '../petition/queries.ts'
import type { Carriers } from './carrier.ts'
import { type Message, messagesOf } from './notice.ts'

export interface NoticeJob {
  /** The outbox job's id: the same for every attempt. */
  readonly id: string
  readonly stream: string
  readonly fact: FactType
}

export interface Sending {
  readonly house: PetitionHouse
  readonly carriers: Carriers
  /** Where a petitioner follows a petition. */
  readonly followAt: string
}

/** Sends everything about one fact. Throws when a carrier does, so that the queue tries again; what went out is not repeated. */
export async function sendNotices(sending: Sending, job: NoticeJob): Promise<void> {
  const read = await readPetition(sending.house, job.stream as PetitionNumber)
  if (!read) return
  for (const person of read.petition.people) {
    const text = (piece: { readonly ref: string } | null) =>
      piece === null ? null : (read.texts.get(piece.ref) ?? null)
    const who = {
      person: person.ref,
      phone: text(person.phone),
      email: text(person.email),
      address: text(person.address),
    }
    for (const message of messagesOf(job.fact, job.stream as PetitionNumber, who, sending.followAt)) {
      await sendOnce(sending, job, person.ref, message)
    }
  }
}

async function sendOnce({ house, carriers }: Sending, job: NoticeJob, person: string, message: Message): Promise<void> {
  const id = noticeId(job.id, person, message.channel)
  const { rowCount } = await house.work.query(
    `select 1 from notice where stream_id = $1 and id = $2 and state <> 'failed'`,
    [job.stream, id],
  )
  if (rowCount) return
  const state = await carriers[message.channel].carry(id, message).catch(async (fault: unknown) => {
    await note(house, job, { id, person, channel: message.channel, state: 'failed' })
    throw new Error(`a ${message.channel} carrier failed`, { cause: fault })
  })
  await note(house, job, { id, person, channel: message.channel, state })
}

interface Noted {
  readonly id: string
  readonly person: string
  readonly channel: string
  readonly state: 'sent' | 'spooled' | 'failed'
}

async function note(house: PetitionHouse, job: NoticeJob, { id, person, channel, state }: Noted): Promise<void> {
  await house.work.query(
    `insert into notice (stream_id, id, fact, person, channel, state, sent_at) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (stream_id, id) do update set state = excluded.state, sent_at = excluded.sent_at`,
    [job.stream, id, job.fact, person, channel, state, house.now()],
  )
}

/** A UUID that follows from job, person and channel. */
function noticeId(job: string, person: string, channel: string): string {
  const hex = createHash('sha256').update(`${job}\n${person}\n${channel}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
