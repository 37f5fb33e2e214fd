/** Where somebody lives: the numbers of house, stairs and door go, the name of the street stays. Pure. */
import type { Masked } from './numbers.ts'

const anyNumber = '[\\d一二三四五六七八九十百零〇]{1,5}'
const number = `[A-Za-z]?${anyNumber}[A-Za-z]?(?:[-—–]${anyNumber}){0,3}`
/** Of a door: `501`, `4-301`; what one counts has fewer digits, or another word after it. */
const door = '[A-Za-z]?\\d{0,3}[-—–]?\\d{3,4}'
const behindDoor = '(?:室|号房|房间|房(?![屋产地价东型贷租子改价款企])|户(?![籍口主型数均]))'

const shapes: readonly RegExp[] = [
  // 桂花街12号, 三组18号, but neither the 12th of a month nor a line of the underground
  new RegExp(`(?<=[路街巷弄]|胡同|大道)\\s?(${number})(?=\\s?[号號](?!线|文|令|公告))`, 'g'),
  /(?<=[道里村组队社区苑园庄屯寨湾])\s?([A-Za-z]?\d{1,4}(?:[-—–]\d{1,4}){0,3})(?=\s?[号號](?!线|文|令|公告|楼|栋|院))/g,
  // 3栋2单元 and 12号楼, where a door follows
  new RegExp(`(${number})(?=\\s?(?:栋|幢|号楼|座|单元|层|楼)[^。，；,;]{0,12}?${door}\\s?${behindDoor})`, 'g'),
  new RegExp(`(?<![\\d-])(${door})(?=\\s?${behindDoor})`, 'g'),
  // 青坪小区5-2-301
  /(?<=[苑园城庭府居村区湾邸舍])\s?([A-Za-z]?\d{1,3}(?:[-—–]\d{1,3})?[-—–]\d{3,4})(?![\d年月日号栋幢])/g,
]

export function doorNumbers(plain: string): readonly Masked[] {
  return shapes.flatMap((shape) =>
    [...plain.matchAll(shape)].map((found) => {
      const [whole, part = whole] = found
      const from = found.index + whole.indexOf(part)
      return { from, to: from + part.length, instead: '*' }
    }),
  )
}
