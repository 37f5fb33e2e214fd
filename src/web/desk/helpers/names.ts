/** What kinds of helpers and their skills are called. */
import { helperKinds, helperSkills } from '../../../law/codes/helper-kinds.ts'

export const nameOfKind = (kind: string, language: 'zh' | 'en'): string =>
  helperKinds.find(({ id }) => id === kind)?.[language] ?? kind
export const nameOfSkill = (skill: string, language: 'zh' | 'en'): string =>
  helperSkills.find(({ id }) => id === skill)?.[language] ?? skill
