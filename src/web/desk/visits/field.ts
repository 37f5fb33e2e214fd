/** What is written on the way, as it will be sent. */
import { formatNumber, type PetitionNumber } from '../../../kernel/petition-number.ts'
import type * as wire from '../../../leadership/visits/contract.ts'
import { type Request, requestTo } from '../offline/requests.ts'
import type { Written } from './EntryForm.tsx'

/** In groups, as it stands on a receipt. */
export const shownNumber = (number: string): string => formatNumber(number as PetitionNumber)

/** The day is the phone's: it is written down when it happens, and may arrive a day later. */
export const requestOf = (visit: string, entry: string, { pictures, ...written }: Written, at: string): Request =>
  requestTo<typeof wire.recordEntry>(
    'POST',
    '/api/visits/:visit/entry',
    { params: { visit }, body: { ...written, entry, at } } as never,
    pictures,
  )
