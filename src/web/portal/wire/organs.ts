/** The public list of organs, asked for in small pieces: whole it is larger than the portal. */
import { useEffect, useState } from 'preact/hooks'
import type { z } from 'zod'
import type { organView } from '../../../identity/contract.ts'
import type { Bilingual } from '../../shared/language.ts'
import { type Answer, call } from './api.ts'

export type PublicOrgan = z.output<typeof organView>
type Organs = readonly PublicOrgan[]

const answers = new Map<string, Promise<Answer<Organs>>>()

/** Each question once, and again only after it failed. */
export function organsWhere(query: string): Promise<Answer<Organs>> {
  const known = answers.get(query)
  if (known) return known
  const asked = call<{ items: Organs }>(`/api/organs?${query}`).then((answer): Answer<Organs> => {
    if (answer.ok) return { ok: true, value: answer.value.items }
    answers.delete(query)
    return answer
  })
  answers.set(query, asked)
  return asked
}

/** Null while it is being asked for. An empty query asks nothing. */
export function useOrgans(query: string): { readonly answer: Answer<Organs> | null; readonly again: () => void } {
  const [got, show] = useState<{ query: string; answer: Answer<Organs> } | null>(null)
  const [tries, retry] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each try asks anew
  useEffect(() => {
    let isWanted = true
    if (query !== '') organsWhere(query).then((answer) => isWanted && show({ query, answer }))
    return () => {
      isWanted = false
    }
  }, [query, tries])
  return { answer: got?.query === query ? got.answer : null, again: () => retry(tries + 1) }
}

export const governments = 'kind=government'
export const townshipsOf = (county: string): string => (/^\d+$/.test(county) ? `kind=township&region=${county}` : '')
/** Several words narrow each other down: the house looks for the longest, the rest is sifted here. */
export function organsNamed(typed: string): string {
  const longest = wordsOf(typed).reduce((a, b) => (b.length > a.length ? b : a), '')
  return longest === '' ? '' : `name=${encodeURIComponent(longest)}`
}

const wordsOf = (typed: string): readonly string[] => typed.slice(0, 100).toLowerCase().split(/\s+/).filter(Boolean)

/** Those that have every word, the nearest to the place first: a county's own office before the province's. */
export function sift(organs: Organs, typed: string, place: string): Organs {
  const words = wordsOf(typed)
  return organs
    .filter(({ zh, en }) => words.every((word) => `${zh} ${en}`.toLowerCase().includes(word)))
    .map((organ) => ({ organ, near: nearness(organ.region, place) }))
    .sort((a, b) => b.near - a.near)
    .map(({ organ }) => organ)
}

/** How much of the way down the two go together; what lies beyond or beside the place counts a little less. */
function nearness(region: string, place: string): number {
  let same = 0
  while (same < region.length && region[same] === place[same]) same++
  return same - (region.length - same) / 100
}

export const countiesIn = (organs: Organs): Organs => organs.filter(({ level }) => level === 'county')

/** The smallest region that holds every county here: for whoever cannot say where. */
export function rootOf(organs: Organs): string {
  const counties = countiesIn(organs)
  return organs
    .map(({ region }) => region)
    .filter((region) => counties.every((county) => county.region.startsWith(region)))
    .reduce((longest, region) => (region.length > longest.length ? region : longest), '')
}

/** The place that a government governs: its own name less the office. */
export const placeOf = ({ zh, en }: Bilingual): Bilingual => ({
  zh: zh.replace(/(人民政府|办事处)$/, ''),
  en: en.replace(/^(People['’]s )?Government of /, ''),
})

/** Who else could receive it: bureaus and discipline bodies of the place and above, nearest first, none of those complained about. */
export const receiversFor = (organs: Organs, place: string, about: readonly string[]): Organs =>
  organs
    .filter(({ region }) => place.startsWith(region) || region === '00')
    .filter(({ id }) => about.indexOf(id) < 0)
    .sort((a, b) => depthOf(b) - depthOf(a))

const depthOf = ({ region }: PublicOrgan): number => (region === '00' ? 0 : region.length)
