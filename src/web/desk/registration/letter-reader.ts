/**
 * Reads a pasted letter as a clerk skims it: what it is called, who writes, how to reach them, what they ask for. By plain
 * patterns and on this machine; everything it finds is a proposal that the clerk checks.
 */
export interface ReadLetter {
  readonly title: string
  readonly text: string
  /** Without whom it is addressed to, who is not whom it is about. */
  readonly body: string
  readonly claims: readonly string[]
  readonly name: string | null
  readonly phone: string | null
  readonly idNumber: string | null
  readonly address: string | null
  readonly class: 'suggestion' | 'accusation' | null
}

const longestTitle = 60
const fullWidthDigit = /[０-９Ｘｘ]/g

export function readLetter(raw: string): ReadLetter {
  const text = raw.replaceAll('\r\n', '\n').replaceAll('\r', '\n').trim()
  const plain = text.replace(fullWidthDigit, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
  const lines = plain.split('\n').map((line) => line.trim())
  return {
    title: titleOf(lines),
    text,
    body: lines.filter((line, at) => !salutation.test(line) && lines[at - 1] !== '此致').join('\n'),
    claims: claimsOf(lines),
    name: nameOf(plain, lines),
    phone: first(plain, mobile) ?? first(plain, landline),
    idNumber: first(plain, identity)?.toUpperCase() ?? null,
    address: addressOf(plain),
    class: classOf(plain),
  }
}

const mobile = /(?<!\d)1[3-9]\d{9}(?!\d)/
const landline = /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/
/** Eighteen signs with a birthday in the middle. */
const identity = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/

const first = (text: string, pattern: RegExp): string | null => pattern.exec(text)?.[0] ?? null

/** 尊敬的领导：, 县信访局： */
const salutation = /^(尊敬的|敬爱的|各位|您好|你好).{0,30}[：:！!，,]?$|^.{2,20}[：:]$/
const bareHeading = /^(信访信|信访材料|反映材料|举报信|控告信|申诉书|投诉信|情况反映|建议书|求助信)$/

function titleOf(lines: readonly string[]): string {
  const said = lines.filter((line) => line !== '' && !salutation.test(line) && !bareHeading.test(line))
  const [line = ''] = said
  const cut = line.length <= longestTitle ? line : (line.split(/[。；！？!?;]/)[0] ?? line)
  return [...cut.replace(/[。；：:;]+$/, '')].slice(0, longestTitle).join('')
}

const numbered =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）]|\d{1,2}[、.．)）]|第[一二三四五六七八九十]{1,3}[项、，,：:]?)\s*(.+)$/
const claimHeading = /(诉求|请求|要求|希望|恳请|请贵|请求事项|信访请求)[^。]{0,20}[：:]?$/
const asks = /(请求|要求|希望|恳请|恳求)/

/** The numbered lines under a heading that asks; else all numbered lines that ask; else the sentences that ask. */
function claimsOf(lines: readonly string[]): readonly string[] {
  const heading = lines.findLastIndex((line) => claimHeading.test(line))
  const under = heading === -1 ? [] : numberedAfter(lines.slice(heading + 1))
  if (under.length > 0) return under
  const asking = numberedAfter(lines).filter((line) => asks.test(line))
  if (asking.length > 0) return asking
  return lines
    .flatMap((line) => line.split(/(?<=[。！？])/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => asks.test(sentence) && sentence.length > 6 && !claimHeading.test(sentence))
    .slice(0, 5)
}

const numberedAfter = (lines: readonly string[]): readonly string[] =>
  lines.flatMap((line) => {
    const said = numbered.exec(line)?.[1]?.replace(/[；;]$/, '')
    return said ? [said] : []
  })

const namedAs =
  /(?:信访人|反映人|申诉人|举报人|控告人|投诉人|来信人|建议人|姓\s*名|联系人)[：:\s]+([\u4e00-\u9fff·]{2,6})/
const iAm = /(?:我叫|我是|我的名字叫|本人)([\u4e00-\u9fff·]{2,4})(?=[，,。（(\s])/
const signature = /^[\u4e00-\u9fff·]{2,4}$/

function nameOf(text: string, lines: readonly string[]): string | null {
  const named = namedAs.exec(text)?.[1] ?? iAm.exec(text)?.[1]
  if (named) return named
  const tail = lines.filter((line) => line !== '').slice(-4)
  return tail.findLast((line) => signature.test(line) && !/^(此致|敬礼|谢谢)$/.test(line)) ?? null
}

const livesAt = /(?:住\s*址|地\s*址|家住|现住|住在|联系地址|通讯地址)[：:\s]*([^，。；;\n,]{4,80})/

const addressOf = (text: string): string | null => livesAt.exec(text)?.[1]?.trim() ?? null

function classOf(text: string): ReadLetter['class'] {
  const head = text.slice(0, 200)
  if (/(举报|检举|控告|贪污|受贿|索贿|违纪)/.test(head)) return 'accusation'
  if (/(建议书|的建议|提出建议|意见建议)/.test(head)) return 'suggestion'
  return null
}
