/** What stands in the column `organ` of an extract, in words. */
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import type { FiguresHouse } from './house.ts'
import { unsaid } from './line.ts'

export type NamePlace = (organ: string) => Bilingual & { readonly id: string }

/** Names places for one answer. A region is called by its government, which bears its name. */
export function placeNames({ directory }: Pick<FiguresHouse, 'directory'>): NamePlace {
  const seats = new Map<string, OrganFacts>()
  for (const organ of directory.all()) if (organ.kind === 'government') seats.set(organ.region, organ)
  const regionNamed = (code: string): Bilingual => {
    const seat = seats.get(code)
    return seat ? inRegion(directory.nameOf(seat.id)) : say(`地区${code}`, `region ${code}`)
  }
  return (organ) => {
    if (organ === unsaid) return { id: organ, ...say('不公开地区', 'Place not told') }
    const [, kind, code = ''] = /^(below|within|region):(\d+)$/.exec(organ) ?? []
    if (kind === undefined) return { id: organ, ...directory.nameOf(organ as OrganId) }
    const { zh, en } = regionNamed(code)
    return { id: organ, ...inWords[kind as keyof typeof inWords](zh, en) }
  }
}

const inWords = {
  below: (zh: string, en: string) => say(`${zh}的乡镇、村`, `Townships and villages of ${en}`),
  within: (zh: string, en: string) => say(`${zh}其他各单位`, `Other organs of ${en}`),
  region: (zh: string, en: string) => say(`${zh}（不公开单位）`, `${en} (organ not told)`),
} as const

const inRegion = ({ zh, en }: Bilingual): Bilingual =>
  say(zh.replace(/人民政府$/, ''), en.replace(/^People's Government of /, ''))
