/** The codes of the roster in words. */
import { categoryTree } from '../../../law/codes/categories.ts'
import {
  committeeKinds,
  electing,
  mediatorFaults,
  mediatorKinds,
  mediatorLanguages,
  memberRoles,
} from '../../../law/codes/mediator-kinds.ts'
import type { Language } from '../../shared/language.ts'

type Table = readonly { readonly id: string; readonly zh: string; readonly en: string }[]

const nameIn =
  (table: Table) =>
  (code: string, language: Language): string =>
    table.find(({ id }) => id === code)?.[language] ?? code

export const nameOfKind = nameIn(mediatorKinds)
export const nameOfRole = nameIn(memberRoles)
export const nameOfSkill = nameIn(categoryTree)
export const nameOfTongue = nameIn(mediatorLanguages)
export const nameOfFault = nameIn(mediatorFaults)
export const nameOfCommitteeKind = nameIn(committeeKinds)
export const nameOfElecting = nameIn(electing)

export const optionsOf = (table: Table, language: Language) =>
  table.map(({ id, ...said }) => ({ value: id, label: said[language] }))
