/** What is written in a village, as it will be sent. The day is the phone's: it is written down when it happens, and may arrive a day later. */
import type * as disputes from '../../../prevention/disputes/contract.ts'
import type * as screening from '../../../prevention/screening/contract.ts'
import { todayInBeijing } from '../../shared/days.ts'
import type { Picture } from '../offline/pictures.ts'
import { type Request, requestTo } from '../offline/requests.ts'

/** An entry under the name that was drawn for it. */
export interface Written {
  readonly id: string
  readonly request: Request
}

const drawn = (made: (entry: string) => Request): Written => {
  const id = crypto.randomUUID()
  return { id, request: made(id) }
}
const entered = (entry: string) => ({ entry, at: todayInBeijing() })

/**
 * How the house will call a dispute that it has not heard of yet: it follows from whose phone it is and from the entry
 * (src/prevention/disputes/room.ts), so that what comes after the dispute can be written before there is a network.
 */
export async function disputeOf(account: string, entry: string): Promise<string> {
  const text = new TextEncoder().encode(JSON.stringify(['dispute', account, entry]))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', text)).subarray(0, 16)
  return btoa(String.fromCharCode(...digest))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

export const householdSeen = (
  place: { readonly screening: string; readonly area: string },
  household: string,
  result: 'met' | 'absent',
): Written =>
  drawn((entry) =>
    requestTo<typeof screening.recordHousehold>('POST', '/api/screenings/:screening/household', {
      params: { screening: place.screening },
      body: { area: place.area, household, result, note: null, ...entered(entry) },
    } as never),
  )

export const nothingFound = (
  place: { readonly screening: string; readonly area: string },
  note: string | null,
): Written =>
  drawn((entry) =>
    requestTo<typeof screening.fileZeroReport>('POST', '/api/screenings/:screening/zero', {
      params: { screening: place.screening },
      body: { area: place.area, note, ...entered(entry) },
    } as never),
  )

export interface NewDispute {
  /** The campaign in which it was found; null for one found at another time. */
  readonly screening: string | null
  readonly region: string
  readonly title: string
  readonly cause: string
  readonly asked: string
  readonly category: string
  readonly people: number
  readonly parties: readonly { readonly name: string; readonly contact: string | null; readonly asks: boolean }[]
}

export const disputeFound = ({ screening, ...dispute }: NewDispute): Written =>
  drawn((entry) => {
    const source =
      screening === null ? { kind: 'village', stream: null } : { kind: 'screening', stream: `screening:${screening}` }
    return requestTo<typeof disputes.recordDispute>('POST', '/api/disputes', {
      body: { ...dispute, entry, source, foundOn: todayInBeijing() },
    } as never)
  })

type Act = 'settle' | 'progress' | 'hand-up' | 'follow-up'

const act = (which: Act, dispute: string, body: object, pictures: readonly Picture[] = []): Written =>
  drawn((entry) =>
    requestTo<typeof disputes.settleDispute>(
      'POST',
      `/api/disputes/:dispute/${which}` as '/api/disputes/:dispute/settle',
      { params: { dispute }, body: { ...body, ...entered(entry) } } as never,
      pictures,
    ),
  )

/** One side's own word: signed before somebody, or by the key that it was given. */
export interface PartyWord {
  readonly party: number
  readonly by: 'signed' | 'key'
  readonly witness: string | null
  readonly key: string | null
}

export interface Settled {
  readonly way: string
  readonly terms: string
  readonly words: readonly PartyWord[]
}

export const disputeSettled = (dispute: string, settled: Settled, pictures: readonly Picture[]): Written =>
  act('settle', dispute, settled, pictures)
export const progressMade = (dispute: string, text: string): Written =>
  act('progress', dispute, { kind: 'progress', text })
export const followedUp = (dispute: string, holds: boolean, text: string): Written =>
  act('follow-up', dispute, { holds, text })

/** A dispute rises only with what was tried: that is on record first, and is said to whoever gets it. */
export const handedUp = (dispute: string, to: string, tried: string): readonly Written[] => [
  act('progress', dispute, { kind: 'measure', text: tried }),
  act('hand-up', dispute, { to, tried }),
]

/** What an entry is, by where it goes. */
export const kindOf = ({ path }: Request): string => path.slice(path.lastIndexOf('/') + 1)

/** What was written in it, for whoever looks at what waits. */
export function textOf({ sent }: Request): string {
  const body = sent.body as Readonly<Record<string, unknown>>
  return String(body.title ?? body.terms ?? body.tried ?? body.text ?? body.note ?? '')
}
