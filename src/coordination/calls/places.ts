/** A place in words: a region is called by its government, which bears its name. */
import { type Bilingual, say } from '../../wording/bilingual.ts'
import type { CallHouse } from './house.ts'

export function placeInWords({ directory }: Pick<CallHouse, 'directory'>, code: string): Bilingual {
  for (const { kind, region, id } of directory.all()) {
    if (kind !== 'government' || region !== code) continue
    const { zh, en } = directory.nameOf(id)
    return say(zh.replace(/人民政府$/, ''), en.replace(/^People's Government of /, ''))
  }
  return say(code, code)
}
