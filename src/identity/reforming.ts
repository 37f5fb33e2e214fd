/** 分立、合并、撤销 (art. 24 (2)): what an organ had is carried on by another. */
import type { Consumer } from '../engine/consumer.ts'
import type { OrganFact } from './organ.ts'
import type { OrganDirectory } from './organ-directory.ts'

type Reform = OrganFact['type']
const organPrefix = 'organ:'
const ends: readonly Reform[] = ['OrganMerged', 'OrganSplit', 'OrganAbolished']

/** Whoever keeps something away from an organ and those below it must look again when one is moved, too. */
export const endsAndMoves: readonly Reform[] = [...ends, 'OrganMoved']

/**
 * A room passes on what an organ has in it that is not over. Who carries it on the decision says, and asking twice changes nothing, because a
 * fact may be read twice.
 */
export const afterReform = (
  { directory }: { readonly directory: Pick<OrganDirectory, 'refresh'> },
  name: string,
  passOn: (organ: string) => Promise<unknown>,
  reforms = ends,
): Consumer => ({
  name,
  follows: reforms,
  async react({ stream, fact }) {
    if (!stream.startsWith(organPrefix) || !reforms.includes((fact as OrganFact).type)) return
    // The fact may be older than what this process knows of the organs by a second or two.
    await directory.refresh()
    await passOn(stream.slice(organPrefix.length))
  },
})
