/** Short references within a petition, as a person would say them: `c2` is the second claim, `handle#1` the handling limit. */
import { type Bilingual, say } from './bilingual.ts'
import { termOf } from './terms.ts'

const numberIn = (ref: string): string => ref.replace(/^\D+/, '')

export const claimInWords = (ref: string): Bilingual => say(`第${numberIn(ref)}项请求`, `claim ${numberIn(ref)}`)
export const personInWords = (ref: string): Bilingual =>
  say(`第${numberIn(ref)}位信访人`, `petitioner ${numberIn(ref)}`)
export const documentInWords = (ref: string): Bilingual => say(`第${numberIn(ref)}号文书`, `document ${numberIn(ref)}`)
export const questionInWords = (ref: string): Bilingual => say(`第${numberIn(ref)}次询问`, `question ${numberIn(ref)}`)

/** A clock by its id or its rule: 「办理并送达处理意见」. The running number is said only when it is not the first. */
export function clockInWords(id: string): Bilingual {
  const [rule = id, number = '1'] = id.split('#')
  const { zh, en } = termOf('clockRule', rule)
  return number === '1' ? say(`“${zh}”`, `“${en}”`) : say(`“${zh}”（第${number}次）`, `“${en}” (no. ${number})`)
}

/** The number of a petition in groups, as it is read out on the telephone. */
export const petitionInWords = (number: string): Bilingual => {
  const grouped = number.replace(/^(\d{4})(\d{4})(\d{4})(\d{3})$/, '$1-$2-$3-$4')
  return say(`编号${grouped}的信访事项`, `petition ${grouped}`)
}
