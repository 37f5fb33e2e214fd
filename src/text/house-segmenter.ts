/** One segmenter for a process, which knows the house's organs and places, and is opened anew when they change. */
import { namesOfOrgans } from './house-names.ts'
import { type Segmenter, segmenterKnowing } from './segmenter.ts'

export interface NamedOrgans {
  /** Names of all organs, as they are now. */
  names(): readonly string[]
}

/** Organs change seldom, and what was cut without a new name is found by its signs. */
const lookedAgainMs = 60_000

export function houseSegmenter({ names }: NamedOrgans, now: () => number = Date.now): () => Segmenter {
  let open: { readonly segmenter: Segmenter; readonly known: string } | undefined
  let lookedAt = Number.NEGATIVE_INFINITY
  return () => {
    if (open !== undefined && now() - lookedAt < lookedAgainMs) return open.segmenter
    lookedAt = now()
    const known = names().toSorted().join('\n')
    if (open?.known !== known)
      open = { segmenter: segmenterKnowing(namesOfOrgans(known === '' ? [] : known.split('\n'))), known }
    return open.segmenter
  }
}
