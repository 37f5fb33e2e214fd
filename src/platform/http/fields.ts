/**
 * The fields that contracts are made of. Each parses once at the edge into what the house trusts inside; each has a
 * sentence in both languages for when it does not fit (`sentences.ts`).
 */
import { z } from 'zod'
import { type Day, parseDay } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { type PetitionNumber, parseNumber } from '../../kernel/petition-number.ts'
import { type Prose, type ProseLimits, readProse } from '../../kernel/prose.ts'

/** Free text or personal data. Lengths count code points, after composing and trimming. */
export const prose = (limits: ProseLimits): z.ZodType<Prose, string> =>
  z
    .string()
    .meta({
      minLength: limits.min ?? 1,
      maxLength: limits.max,
      ...(limits.singleLine ? { pattern: '^[^\\n\\t]*$' } : {}),
    })
    .transform((raw, ctx) => {
      const read = readProse(raw, limits)
      if (read.ok) return read.value
      return flawed(ctx, raw, { flaw: read.error, ...limits })
    })

/** A civil day, `YYYY-MM-DD`. */
export const day = (): z.ZodType<Day, string> =>
  z
    .string()
    .meta({ format: 'date', examples: ['2026-11-23'] })
    .transform((raw, ctx) => parseDay(raw) ?? flawed(ctx, raw, { flaw: 'not-a-day' }))

const organShape = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/

export const organId = (): z.ZodType<OrganId, string> =>
  z
    .string()
    .meta({ pattern: organShape.source, description: 'the id of an organ' })
    .transform((raw, ctx) => (organShape.test(raw) ? (raw as OrganId) : flawed(ctx, raw, { flaw: 'not-an-organ' })))

/** A registration number; dashes, blanks and full-width digits are understood. */
export const petitionNumber = (): z.ZodType<PetitionNumber, string> =>
  z
    .string()
    .meta({ minLength: 15, maxLength: 64, examples: ['2611-2348-2719-034'] })
    .transform((raw, ctx) => parseNumber(raw) ?? flawed(ctx, raw, { flaw: 'not-a-number' }))

/** A small name chosen by a machine: a claim's ref, a document's ref, a code of a table, a drawn id (which may begin with any sign it is drawn of). */
export const ref = (): z.ZodType<string, string> =>
  z
    .string()
    .meta({ pattern: refShape.source })
    .refine((raw) => refShape.test(raw), { params: { flaw: 'not-a-ref' } })

const refShape = /^[A-Za-z0-9_-][A-Za-z0-9._:-]{0,99}$/

/** A list in a body. Every list has a most, because every list is a loop in the house. */
export const list = <Item extends z.ZodType>(item: Item, most: { max: number; min?: number }) =>
  z
    .array(item)
    .min(most.min ?? 0)
    .max(most.max)

/** A parameter of a query that may stand several times: `?class=appeal&class=suggestion`. */
export const many = <Item extends z.ZodType<unknown, string>>(item: Item, max = 50) =>
  z.union([z.array(item).max(max), item.transform((one) => [one])])

const wholeDigits = /^-?\d{1,15}$/

/** A whole number in a query or a path, where everything arrives as text. */
export const whole = (span: { min: number; max: number }): z.ZodType<number, number> =>
  z.preprocess(
    (raw) => (typeof raw === 'string' && wholeDigits.test(raw) ? Number(raw) : raw),
    z.number().int().min(span.min).max(span.max),
  ) as unknown as z.ZodType<number, number>

/** Yes or no in a query: `true` or `false`. */
export const flag = (): z.ZodType<boolean, boolean> =>
  z.preprocess((raw) => (raw === 'true' ? true : raw === 'false' ? false : raw), z.boolean()) as unknown as z.ZodType<
    boolean,
    boolean
  >

/** How many rows a page of a list has. */
export const pageSize = (max = 100, usual = 20) => whole({ min: 1, max }).default(usual)

export interface Flaw {
  readonly flaw: string
  readonly [detail: string]: unknown
}

/** Tells Zod that a value does not fit, with what the sentence about it needs. */
export function flawed(ctx: z.RefinementCtx, input: unknown, params: Flaw): never {
  ctx.issues.push({ code: 'custom', input, params })
  return z.NEVER
}
