/** The public list of organs: whom a petition can be about, and which places there are. Read once. */
import type { Bilingual } from '../../shared/language.ts'
import { type Answer, call } from './api.ts'

export interface PublicOrgan extends Bilingual {
  readonly id: string
  readonly kind: string
  readonly level: string
  readonly region: string
  readonly parent: string | null
}

let asked: Promise<Answer<readonly PublicOrgan[]>> | null = null

/** Asked again after a failure only. */
export function publicOrgans(): Promise<Answer<readonly PublicOrgan[]>> {
  asked ??= call<{ items: readonly PublicOrgan[] }>('/api/organs').then((answer) => {
    if (!answer.ok) {
      asked = null
      return answer
    }
    return { ok: true, value: answer.value.items }
  })
  return asked
}

/** The region that everything of this house lies in. */
export const rootOf = (organs: readonly PublicOrgan[]): string =>
  organs
    .filter(({ level }) => level !== 'nation')
    .map(({ region }) => region)
    .reduce((root, region) => (root === '' || region.length < root.length ? region : root), '')

/** A place is known by its government, or at the lowest level by its township office. */
export function placesIn(
  organs: readonly PublicOrgan[],
  level: 'county' | 'township',
  within: string,
): readonly PublicOrgan[] {
  const kind = level === 'county' ? 'government' : 'township'
  return organs
    .filter((organ) => organ.level === level && organ.kind === kind && organ.region.startsWith(within))
    .sort((a, b) => (a.region < b.region ? -1 : 1))
}

/** Organs whose name has all the words somebody typed, in either language. */
export function organsLike(organs: readonly PublicOrgan[], typed: string): readonly PublicOrgan[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean)
  if (words.length === 0) return []
  const named = ({ zh, en }: PublicOrgan) => `${zh} ${en}`.toLowerCase()
  return organs.filter((organ) => words.every((word) => named(organ).includes(word)))
}

export const placeName = (organs: readonly PublicOrgan[], region: string): Bilingual | undefined =>
  organs.find((organ) => organ.region === region && (organ.kind === 'government' || organ.kind === 'township'))

/** Who else could receive it: bureaus and discipline bodies of the place and above, nearest first, none of those complained about. */
export const receiversFor = (
  organs: readonly PublicOrgan[],
  place: string,
  about: readonly string[],
): readonly PublicOrgan[] =>
  organs
    .filter(({ kind }) => kind === 'bureau' || kind === 'discipline')
    .filter(({ region }) => place.startsWith(region) || region === '00')
    .filter(({ id }) => about.indexOf(id) < 0)
    .sort((a, b) => b.region.length - a.region.length)
