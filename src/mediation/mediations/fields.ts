/** What the fields of a mediation are on the wire: whoever is named, what is said, and how somebody signed. */
import { z } from 'zod'
import { mediationKinds } from '../../law/mediation.ts'
import { organId, petitionNumber, prose, ref } from '../../platform/http/fields.ts'
import { wordBys } from './consenting-words.ts'
import { mediationStages } from './mediation.ts'
import { partyRoles } from './opening-words.ts'
import { performances } from './performing-words.ts'

export const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
export const inWords = z.object({ zh: z.string(), en: z.string() })
export const mediationId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
export const accountId = () => z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/)
export const disputeStream = () => z.string().regex(/^dispute:[A-Za-z0-9_-]{22}$/)
export const who = (max: number) => prose({ max, min: 1, singleLine: true, part: 'identity' })
export const whoSigned = prose({ max: 2000, min: 1, part: 'identity' })
export const signed = z.object({ signature: whoSigned, witness: whoSigned }).nullable().default(null)
export const short = prose({ max: 4000, min: 1 })
export const words = prose({ max: 20_000, min: 1 })
export const note = prose({ max: 2000 }).nullable().default(null)
export const time = () => z.string().regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
export const kind = z.enum(mediationKinds)
export const stage = z.enum(mediationStages)
export const performance = z.enum(performances)
export const by = z.enum(wordBys)
export const phone = who(40).refine((typed) => (typed.text.match(/\d/g) ?? []).length >= 5, {
  params: { flaw: 'not-a-phone' },
})

export const subject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('petition'), number: petitionNumber() }),
  z.object({ kind: z.literal('dispute'), stream: disputeStream() }),
  z.object({ kind: z.literal('walkIn') }),
])

/** One side: a person with a name, an organ of the house, or a petitioner by their reference in the petition. */
export const partyInput = z.object({
  role: z.enum(partyRoles),
  name: who(200),
  phone: phone.nullable().default(null),
  organ: organId().nullable().default(null),
  petitioner: ref().nullable().default(null),
})
