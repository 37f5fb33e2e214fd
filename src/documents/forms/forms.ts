/** Every paper of the house, by kind. */
import type { PaperForm } from '../form.ts'
import { conferences } from './conferences.ts'
import { intakes } from './intakes.ts'
import { letters } from './letters.ts'
import { mediations } from './mediations.ts'
import { notices } from './notices.ts'
import { opinions } from './opinions.ts'
import { orders } from './orders.ts'
import { proceedings } from './proceedings.ts'
import { proposals } from './proposals.ts'
import { readings } from './readings.ts'
import { receptions } from './receptions.ts'
import { records } from './records.ts'
import { reports } from './reports.ts'
import { trainings } from './trainings.ts'

const table = {
  ...notices,
  ...proceedings,
  ...letters,
  ...opinions,
  ...records,
  ...reports,
  ...orders,
  ...proposals,
  ...readings,
  ...receptions,
  ...conferences,
  ...mediations,
  ...intakes,
  ...trainings,
} as const

export type PaperKind = keyof typeof table
export const forms: Readonly<Record<PaperKind, PaperForm>> = table
export const paperKinds = Object.keys(table) as readonly PaperKind[]
export const isPaperKind = (text: string): text is PaperKind => Object.hasOwn(table, text)
