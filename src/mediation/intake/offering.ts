/**
 * Which kind of mediation fits, with the reason, and which other ways of the law there are beside it, with their limits: offered, never
 * imposed (docs/adr/0050). It looks at what it is about and at whom it is between, and at nobody who comes.
 */
import { article, type Basis, rule } from '../../law/basis.ts'
import type { OtherProcedure, ProcedureName } from '../../law/law.ts'

/** 人民调解 · 行政调解 · 司法调解 · 行业调解 */
export const offeredKinds = ['people', 'administrative', 'judicial', 'industry'] as const
export type OfferedKind = (typeof offeredKinds)[number]

/** Between whom: 群众之间、与单位之间 · 与行政机关之间 · 已经起诉到法院 */
export const betweenWhom = ['private', 'authority', 'inCourt'] as const
export type BetweenWhom = (typeof betweenWhom)[number]

export interface Offered {
  readonly kind: OfferedKind
  readonly why: 'labour' | 'farmland' | 'private' | 'authority' | 'inCourt'
  readonly basis: Basis
}

const isIn = (category: string, head: string): boolean => category === head || category.startsWith(`${head}.`)

/** The one that fits best first. Whoever is asked may refuse all of them. */
export function mediationOffered(category: string, between: BetweenWhom): readonly Offered[] {
  const people: Offered = { kind: 'people', why: 'private', basis: rule('RMTJ', 2) }
  if (between === 'inCourt') return [{ kind: 'judicial', why: 'inCourt', basis: rule('MSF', 125) }]
  if (between === 'authority') return [{ kind: 'administrative', why: 'authority', basis: article(33) }]
  if (isIn(category, 'labour')) return [{ kind: 'industry', why: 'labour', basis: rule('LDZC', 10, 1) }, people]
  if (category === 'rural.land-contracts') return [{ kind: 'people', why: 'farmland', basis: rule('TDZC', 7) }]
  return [people]
}

type Procedures = Readonly<Partial<Record<ProcedureName, OtherProcedure>>>

/** Of the other ways those that fit: by what it is about where a statute says so, else by whom it is between. */
export function waysBeside(procedures: Procedures, category: string, between: BetweenWhom): readonly ProcedureName[] {
  const wanted: readonly ProcedureName[] =
    between === 'authority'
      ? ['administrativeReconsideration', 'administrativeLitigation']
      : ['labourArbitration', 'landContractArbitration', 'civilLitigation']
  return wanted.filter((name) => {
    const procedure = procedures[name]
    if (procedure === undefined) return false
    return procedure.categories.length === 0 || procedure.categories.some((head) => isIn(category, head))
  })
}
