/** The wire of choosing: what a party reads of those who can mediate their matter, with the key that they hold. */
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { mediatorToChoose } from './contract.ts'

const digits = 12
const reference = () =>
  z
    .string()
    .max(40)
    .regex(/^(?:\D*\d){12}\D*$/)
    .meta({ description: `${digits} digits, however they are grouped` })
    .transform((typed) => typed.replaceAll(/\D/g, ''))
const toChoose = z.object({ items: z.array(mediatorToChoose) })

export const mediatorsForParty = endpoint({
  id: 'mediator.for-party',
  method: 'POST',
  path: '/api/mediation-mediators',
  access: 'anyone',
  pace: 'lookup',
  summary: { zh: '当事人可以选择的调解员', en: 'Mediators among whom a party can choose, by number and key' },
  body: z.object({ reference: reference(), key: z.string().min(1).max(64) }),
  response: toChoose,
})

export const mediatorsForPetitioner = endpoint({
  id: 'mediator.for-petitioner',
  method: 'GET',
  path: '/api/follow/mediations/:mediation/mediators',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '信访人可以选择的调解员', en: 'Mediators among whom a petitioner can choose' },
  params: z.object({ mediation: z.string().regex(/^[A-Za-z0-9_-]{22}$/) }),
  response: toChoose,
})
