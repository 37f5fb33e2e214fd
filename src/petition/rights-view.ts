/** Rights and other procedures of the law as they are shown: the row, and the plain words for it. */
import type { z } from 'zod'
import { basisInWords } from '../law/basis.ts'
import type { OtherProcedure, ProcedureName, RightName } from '../law/law.ts'
import { inPlainWords, plainName } from '../wording/plain/plain.ts'
import { besideInWords, firstInWords, limitInWords, notSuableInWords } from '../wording/plain/procedures.ts'
import { type CanDo, canDo, proceduresBeside } from './can-do.ts'
import type { Actor, PetitionLaw } from './petition.ts'
import type { canDoView, notSuableView, procedureView, rightView } from './rights-contract.ts'
import type { Read } from './view.ts'

type RightRule = NonNullable<PetitionLaw['rights'][RightName]>
const saysOf = (group: 'right' | 'procedure', id: string) => inPlainWords(group, id) ?? { zh: id, en: id }

export const rightAsView = (right: RightName, { kind, clock, basis }: RightRule): z.output<typeof rightView> => ({
  ...{ right, kind, clock: clock ?? null },
  ...{ name: plainName('right', right), what: saysOf('right', right), basis: basisInWords(basis) },
})

export function procedureAsView(procedure: ProcedureName, row: OtherProcedure): z.output<typeof procedureView> {
  const name = plainName('procedure', procedure)
  return {
    ...{ procedure, name, what: saysOf('procedure', procedure) },
    limits: row.limits.map((limit) => ({
      what: limit.what,
      says: limitInWords(limit),
      basis: basisInWords(limit.basis),
    })),
    first: row.first ? { says: firstInWords(row.first, name), basis: basisInWords(row.first.basis) } : null,
    ...{ beside: besideInWords(row), read: row.read, basis: basisInWords(row.basis) },
  }
}

export const notSuableAsView = ({ notSuable }: PetitionLaw): z.output<typeof notSuableView> | null =>
  notSuable && { acts: [...notSuable.acts], says: notSuableInWords, basis: basisInWords(notSuable.basis) }

const canDoAsView = (
  { right, rule, action, clock }: CanDo,
  beside: readonly ProcedureName[],
): z.output<typeof canDoView> => ({
  ...{ right, action, until: clock?.lastDay ?? null, whyThisDate: clock?.id ?? null },
  ...{ name: plainName('right', right), what: saysOf('right', right), basis: basisInWords(rule.basis) },
  doesNotReplace: rule.besides ? [...beside] : [],
})

/** What a petitioner can do now, and which other procedures stand beside the petition. */
export function rightsForPetitioner(
  { petition, today, world }: Pick<Read, 'petition' | 'today' | 'world'>,
  actor: Extract<Actor, { kind: 'petitioner' }>,
) {
  const beside = proceduresBeside(petition, world)
  const names = beside.map(([name]) => name)
  return {
    canDo: canDo(petition, actor, today, world).map((can) => canDoAsView(can, names)),
    otherProcedures: beside.map(([name, row]) => procedureAsView(name, row)),
    notSuable: names.includes('administrativeLitigation') ? notSuableAsView(world.law) : null,
  }
}

export const rightsOfLaw = ({ rights }: Pick<PetitionLaw, 'rights'>) =>
  (Object.entries(rights) as [RightName, RightRule][]).map(([name, row]) => rightAsView(name, row))

export const proceduresOfLaw = ({ otherProcedures }: Pick<PetitionLaw, 'otherProcedures'>) =>
  (Object.entries(otherProcedures) as [ProcedureName, OtherProcedure][]).map(([name, row]) =>
    procedureAsView(name, row),
  )
