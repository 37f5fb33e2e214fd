/** Places and kinds in words: a region is called by whoever governs it, which bears its name. */

import { categoryTree } from '../../law/codes/categories.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import type { WarningHouse } from './house.ts'
import { topOf } from './rising/node.ts'

const governing = ['government', 'township', 'village']

export type PlaceNames = (code: string) => Bilingual

/** Reads the organs once, for a page of them. */
export function placeNames({ directory }: Pick<WarningHouse, 'directory'>): PlaceNames {
  const names = new Map<string, Bilingual>()
  for (const { kind, region, id, state } of directory.all())
    if (governing.includes(kind) && state === 'active' && !names.has(region))
      names.set(region, bare(directory.nameOf(id)))
  return (code) => names.get(code) ?? say(code, code)
}

const bare = ({ zh, en }: Bilingual): Bilingual =>
  say(
    zh.replace(/(?:人民政府|街道办事处|村民委员会|居民委员会)$/u, ''),
    en.replace(/^(?:People's Government|Villagers' Committee|Residents' Committee|Subdistrict Office) of /, ''),
  )

export function categoryInWords(code: string): Bilingual {
  const top = categoryTree.find(({ id }) => id === topOf(code))
  if (top === undefined) return say(code, code)
  if (top.id === code) return say(top.zh, top.en)
  const value = top.values.find(({ id }) => id === code)
  return value ? say(value.zh, value.en) : say(code, code)
}
