import { fold } from '../engine/history.ts'
import type { Fact, State } from './petition.ts'
import { petitionRoom } from './room.ts'

/** By which fact each document was issued: ref → version. */
export function issuingVersions(
  history: readonly { readonly version: number; readonly fact: Fact }[],
): ReadonlyMap<string, number> {
  const versions = new Map<string, number>()
  let petition: State = null
  for (const { version, fact } of history) {
    petition = fold(petitionRoom, petition, [fact])
    for (const { ref } of petition?.documents ?? []) if (!versions.has(ref)) versions.set(ref, version)
  }
  return versions
}
