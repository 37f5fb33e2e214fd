/**
 * Petitioners of the fictional prefecture. Names are invented. Telephone numbers lie in one block, 199-0000-xxxx; identity
 * numbers carry a fictional region (99…) and a right check digit, so that forms accept them and nobody owns them.
 */
export interface DemoPerson {
  readonly name: string
  readonly gender: 'woman' | 'man'
  /** Year, month and day of birth. */
  readonly born: string
  /** The village or community where this person lives, as an organ id. */
  readonly home: string
  /** House number or place, after the name of the village. */
  readonly address: string
  readonly kind?: 'citizen' | 'legalPerson' | 'otherOrganisation'
  /** Has no telephone, or gave none. */
  readonly noPhone?: true
  /** Agreed to be served through the system. */
  readonly electronicService?: true
}

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const

/** The eighteenth character of an identity number (GB 11643, ISO 7064 MOD 11-2). */
export function checkCharacter(seventeen: string): string {
  const sum = weights.reduce<number>((total, weight, at) => total + weight * Number(seventeen[at]), 0)
  return '10X98765432'[sum % 11] as string
}

/** An identity number for a person of the demo: region of the county, birthday, an ordinal that is odd for men. */
export function idNumberOf(person: Pick<DemoPerson, 'born' | 'gender'>, county: string, ordinal: number): string {
  const sequence = (ordinal * 2 + (person.gender === 'man' ? 1 : 0)) % 1000
  const seventeen = `${county}${person.born.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
  return seventeen + checkCharacter(seventeen)
}

export const phoneOf = (ordinal: number): string => `1990000${String(ordinal).padStart(4, '0')}`

type More = Partial<Pick<DemoPerson, 'noPhone' | 'electronicService' | 'kind'>>

export const man = (name: string, born: string, home: string, address: string, more: More = {}): DemoPerson => ({
  name,
  gender: 'man',
  born,
  home,
  address,
  ...more,
})

export const woman = (name: string, born: string, home: string, address: string, more: More = {}): DemoPerson => ({
  ...man(name, born, home, address, more),
  gender: 'woman',
})
