/** Fields and places of what is supervised, in words. */
import { findCategory } from '../law/codes/categories.ts'
import type { Bilingual } from '../wording/bilingual.ts'
import type { SupervisionHouse } from './house.ts'

export const fieldInWords = (code: string): Bilingual => {
  const found = findCategory(code)
  return found ? { zh: found.zh, en: found.en } : { zh: '各类内容', en: 'All contents' }
}

/** A place is named by the government that governs it. */
export function placeInWords({ directory }: Pick<SupervisionHouse, 'directory'>, code: string): Bilingual {
  for (const organ of directory.all())
    if (organ.kind === 'government' && organ.region === code) return withoutOffice(directory.nameOf(organ.id))
  return { zh: code, en: code }
}

const withoutOffice = ({ zh, en }: Bilingual): Bilingual => ({
  zh: zh.replace(/人民政府$/, ''),
  en: en.replace(/^People[’']s Government of /, '').replace(/ People[’']s Government$/, ''),
})
