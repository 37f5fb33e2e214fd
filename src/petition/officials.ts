/** Who an official is that a petition names in words: found by the words before they are sealed, kept as ids of accounts. */
import type { OrganId } from '../kernel/organ.ts'
import type { Prose } from '../kernel/prose.ts'
import type { PetitionHouse } from './house.ts'

interface Named {
  readonly organ: OrganId | null
  readonly official: Prose | null
}

/** The accounts for each of those complained about; nothing where nobody is named, or nobody is known by that name. */
export const officialsOf = (house: PetitionHouse, about: readonly Named[]) =>
  Promise.all(about.map((named) => officialsIn(house, named)))

export async function officialsIn(
  house: PetitionHouse,
  { organ, official }: Named,
): Promise<{ readonly officials?: readonly string[] }> {
  if (official === null) return {}
  const officials = await house.accountsNamed(official.text, organ)
  return officials.length > 0 ? { officials } : {}
}
