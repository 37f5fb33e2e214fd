/**
 * What makes the draw provable (docs/adr/0038). When a day is published the house commits to a secret that follows from a key of its own and
 * is in no table; when requests are closed it shows the secret, and the seed is made of it and of all references. So nobody who asks can
 * know where they will stand, and afterwards anybody can make the order again.
 */
import { createHash } from 'node:crypto'
import type { PetitionHouse } from '../../petition/house.ts'
import type { Entry } from './reception.ts'

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The secret of one day. */
export const secretOf = ({ petitionerKey }: Pick<PetitionHouse, 'petitionerKey'>, stream: string): string =>
  digest(petitionerKey(`reception draw\n${stream}`).digest)

/** What is published before anybody has asked. */
export const commitmentTo = (secret: string): string => digest(secret)

/** All references go in, in their order as numbers: one more or one less, and everybody's place is another. */
export const seedOf = (secret: string, references: readonly string[]): string =>
  digest([secret, ...references.toSorted()].join('\n'))

export const rankOf = (seed: string, reference: string): string => digest(`${seed}\n${reference}`)

export const entriesOf = (
  seed: string,
  asked: readonly { readonly reference: string; readonly first: boolean }[],
): readonly Entry[] => asked.map(({ reference, first }) => ({ reference, first, rank: rankOf(seed, reference) }))
