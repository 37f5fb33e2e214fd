/** Words for petitioners by the ids of the law's tables. A pack names the ids and has no words; here are the words and no rule. */
import { type Bilingual, say } from '../bilingual.ts'
import { plainFirst, plainProcedures } from './procedures.ts'
import { plainGrounds, plainOutcomes, plainRoutes, plainStages, plainWays } from './progress.ts'
import { plainRights } from './rights.ts'

type Spoken = Readonly<Record<string, Bilingual>>

const saysOf = (entries: Readonly<Record<string, { readonly says: Bilingual }>>): Spoken =>
  Object.fromEntries(Object.entries(entries).map(([id, { says }]) => [id, says]))

export const plainWords = {
  stage: plainStages,
  outcome: plainOutcomes,
  declineGround: plainGrounds,
  route: plainRoutes,
  serviceWay: plainWays,
  right: saysOf(plainRights),
  procedure: saysOf(plainProcedures),
  firstCase: plainFirst,
} as const satisfies Readonly<Record<string, Spoken>>

export type PlainGroup = keyof typeof plainWords

/** What it means, what comes next and what can be done; null for an id that has no words yet, such as one of an older house. */
export function inPlainWords(group: PlainGroup, id: string): Bilingual | null {
  const words: Spoken = plainWords[group]
  return Object.hasOwn(words, id) ? (words[id] ?? null) : null
}

/** The name of a right or of a procedure; the id itself where it has none. */
export function plainName(group: 'right' | 'procedure', id: string): Bilingual {
  const entries: Readonly<Record<string, { readonly name: Bilingual }>> =
    group === 'right' ? plainRights : plainProcedures
  return (Object.hasOwn(entries, id) ? entries[id]?.name : undefined) ?? say(id, id)
}
