/** From a fact to the messages about it: made when they are sent, from what the petition says then, and kept nowhere. */
import { createHash } from 'node:crypto'
import { petitionOfSuggestion } from '../coordination/suggestions/queries.ts'
import { suggestionRoom } from '../coordination/suggestions/room.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { ToldFact as ToldOfReception } from '../leadership/reception/outgoing.ts'
import { receptionRoom } from '../leadership/reception/room.ts'
import { noteTold, toldOf } from '../leadership/reception/telling.ts'
import { whoseReferral } from '../mediation/referrals/queries.ts'
import { referralRoom } from '../mediation/referrals/room.ts'
import { whoseRelief } from '../mediation/relief/queries.ts'
import { reliefRoom } from '../mediation/relief/room.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { readPetition } from '../petition/reading.ts'
import { whoseReport } from '../protection/queries.ts'
import { reportRoom } from '../protection/room.ts'
import { bookingMessage } from './booking-notice.ts'
import type { Carriers } from './carrier.ts'
import { type Message, messagesOf, type NoticeFact } from './notice.ts'

export interface NoticeJob {
  /** The outbox job's id: the same for every attempt. */
  readonly id: string
  readonly stream: string
  readonly fact: NoticeFact
  /** Whom alone it concerns; everybody who petitions, unless said. */
  readonly person?: string | undefined
  /** Bookings of a reception day that alone are concerned; all of them, unless said. */
  readonly references?: readonly string[] | undefined
}

export interface Sending {
  readonly house: PetitionHouse
  readonly carriers: Carriers
  /** Where a petitioner follows a petition. */
  readonly followAt: string
  /** Where somebody looks up a booking of a reception day. */
  readonly bookingAt: string
}

/**
 * Sends everything about one fact, to whomever it can. Throws at the end when a carrier failed that may yet succeed, so that
 * the queue tries again; what went out is not repeated.
 */
export async function sendNotices(sending: Sending, job: NoticeJob): Promise<void> {
  if (job.stream.startsWith(`${receptionRoom.name}:`)) return sendToBookers(sending, job)
  const to = await addressee(sending.house, job.stream)
  const read = to && (await readPetition(sending.house, to.petition, { kind: 'system', task: 'notices' }))
  if (!read) return
  const failed: string[] = []
  const person = to.person ?? job.person
  for (const each of read.petition.people.filter(({ ref }) => person === undefined || ref === person)) {
    const text = (piece: { readonly ref: string } | null) =>
      piece === null ? null : (read.texts.get(piece.ref) ?? null)
    const who = {
      person: each.ref,
      phone: text(each.phone),
      email: text(each.email),
      address: text(each.address),
    }
    for (const message of messagesOf(job.fact, to.petition, who, sending.followAt)) {
      const failure = await sendOnce(sending, job, each.ref, message)
      if (failure) failed.push(failure)
    }
  }
  if (failed.length > 0) throw new Error(`not every notice went out: ${failed.join(', ')}`)
}

/** Whoever asked to be received on that day and wants messages, each by their own booking; who was reached is not called any more. */
async function sendToBookers(sending: Sending, job: NoticeJob): Promise<void> {
  const { house } = sending
  const failed: string[] = []
  for (const told of await toldOf(house, job.stream, job.references ?? null)) {
    const message = bookingMessage(job.fact as ToldOfReception, told, sending.bookingAt)
    // the reference is in the message's id, because one job is for many
    const failure = await sendOnce(sending, { ...job, stream: told.stream }, told.reference, message)
    if (failure) failed.push(failure)
    else if (await wentOut(house, told.stream, noticeId(job.id, told.reference, message.channel)))
      await noteTold(house, told)
  }
  if (failed.length > 0) throw new Error(`not every notice went out: ${failed.join(', ')}`)
}

/** What a carrier refused for good did not reach anybody. */
async function wentOut({ work }: PetitionHouse, stream: string, id: string): Promise<boolean> {
  const { rowCount } = await work.query(`select 1 from notice where stream_id = $1 and id = $2 and state <> 'failed'`, [
    stream,
    id,
  ])
  return rowCount === 1
}

/** Everybody who petitions hears of the petition; of a report only whoever made it, of another way of the law whoever was told of it. */
async function addressee(
  house: PetitionHouse,
  stream: string,
): Promise<{ readonly petition: PetitionNumber; readonly person: string | null } | null> {
  if (stream.startsWith(`${suggestionRoom.name}:`)) {
    const petition = await petitionOfSuggestion(house, stream)
    return petition && { petition, person: null }
  }
  if (stream.startsWith(`${referralRoom.name}:`)) return whoseReferral(house, stream)
  if (stream.startsWith(`${reliefRoom.name}:`)) return whoseRelief(house, stream)
  if (!stream.startsWith(`${reportRoom.name}:`)) return { petition: stream as PetitionNumber, person: null }
  return whoseReport(house, stream)
}

/** What is to be tried again, if anything: the channel and the carrier's code, never to whom. */
async function sendOnce(
  { house, carriers }: Sending,
  job: NoticeJob,
  person: string,
  message: Message,
): Promise<string | null> {
  const id = noticeId(job.id, person, message.channel)
  const { rowCount } = await house.work.query(
    `select 1 from notice where stream_id = $1 and id = $2 and state <> 'failed'`,
    [job.stream, id],
  )
  if (rowCount) return null
  try {
    const state = await carriers[message.channel].carry(id, message)
    await note(house, job, { id, person, channel: message.channel, state })
    return null
  } catch (fault) {
    const { code, responseCode } = fault as { code?: string; responseCode?: number }
    const said = `${message.channel} ${responseCode ?? code ?? 'failed'}`
    await note(house, job, { id, person, channel: message.channel, state: 'failed', fault: said })
    return isFinal(responseCode) ? null : said
  }
}

/** The other side has said no for good: there is no such mailbox, say. */
const isFinal = (responseCode: number | undefined): boolean => responseCode !== undefined && responseCode >= 500

interface Noted {
  readonly id: string
  readonly person: string
  readonly channel: string
  readonly state: 'sent' | 'spooled' | 'failed'
  /** Why not, as a code: what a carrier says in words names whom it was for. */
  readonly fault?: string
}

async function note(house: PetitionHouse, job: NoticeJob, noted: Noted): Promise<void> {
  const { id, person, channel, state, fault = null } = noted
  await house.work.query(
    `insert into notice (stream_id, id, fact, person, channel, state, sent_at, fault) values ($1, $2, $3, $4, $5, $6, $7, $8)
      on conflict (stream_id, id) do update
        set state = excluded.state, sent_at = excluded.sent_at, fault = excluded.fault`,
    [job.stream, id, job.fact, person, channel, state, house.now(), fault],
  )
}

/** A UUID that follows from job, person and channel. */
function noticeId(job: string, person: string, channel: string): string {
  const hex = createHash('sha256').update(`${job}\n${person}\n${channel}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
