/** What does not fit a schema, said in words, in both languages. Values are never repeated: they may be anybody's. */
import type { z } from 'zod'
import type { Bilingual } from './endpoint.ts'
import type { FieldError } from './problem.ts'

type Issue = z.core.$ZodIssue
type Part = FieldError['in']

/** A client mends one screen of errors at a time; ten thousand bad items do not need ten thousand sentences. */
const mostErrors = 20
const longestPath = 200
const longestKey = 40

export function sentencesOf(part: Part, issues: readonly Issue[]): readonly FieldError[] {
  return issues
    .slice(0, mostErrors)
    .flatMap((issue) => errorsOf(part, [], issue))
    .slice(0, mostErrors)
}

function errorsOf(part: Part, above: readonly PropertyKey[], issue: Issue): readonly FieldError[] {
  const at = [...above, ...issue.path]
  const closest = issue.code === 'invalid_union' ? closestBranch(issue.errors) : undefined
  if (closest !== undefined) return closest.slice(0, mostErrors).flatMap((inner) => errorsOf(part, at, inner))
  return [{ in: part, path: at.map(String).join('.').slice(0, longestPath), ...sentenceOf(issue) }]
}

/** Of the alternatives the one that was meant: its fixed words agree, it failed deepest, then in the fewest places. */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const rank = (issues: readonly Issue[]) => [
    issues.some((issue) => issue.code === 'invalid_value') ? 1 : 0,
    -Math.max(0, ...issues.slice(0, 100).map((issue) => issue.path.length)),
    issues.length,
  ]
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.map((value, at) => value - (b[at] ?? 0)).find((difference) => difference !== 0) ?? 0
  return branches.filter((issues) => issues.length > 0).sort((a, b) => compare(rank(a), rank(b)))[0]
}

function sentenceOf(issue: Issue): Bilingual {
  if (issue.code === 'custom') return sentenceOfFlaw(issue.params ?? {})
  const sentence = sentences[issue.code] as (issue: Issue) => Bilingual
  return sentence(issue)
}

const say = (zh: string, en: string): Bilingual => ({ zh, en })

const sentences: {
  readonly [Code in Exclude<Issue['code'], 'custom'>]: (issue: Extract<Issue, { code: Code }>) => Bilingual
} = {
  invalid_type: ({ input, expected, message }) => {
    // Zod reports what is missing as the wrong type; only its message tells the two apart once the input is dropped.
    if (input === undefined && message.endsWith('received undefined')) return say('必填', 'is missing')
    const { zh, en } = types[expected] ?? say('别的类型', 'something else')
    return say(`应为${zh}`, `should be ${en}`)
  },
  too_big: ({ origin, maximum, inclusive }) => {
    const atMost = inclusive === false ? say('小于', 'less than') : say('不超过', 'at most')
    if (origin === 'string') return say(`不得超过 ${maximum} 个字`, `has more than ${maximum} characters`)
    if (origin === 'array' || origin === 'set') return say(`最多 ${maximum} 项`, `has more than ${maximum} items`)
    return say(`应${atMost.zh} ${maximum}`, `should be ${atMost.en} ${maximum}`)
  },
  too_small: ({ origin, minimum, inclusive }) => {
    const atLeast = inclusive === false ? say('大于', 'more than') : say('不小于', 'at least')
    if (origin === 'string') return atLeastCharacters(minimum)
    if (origin === 'array' || origin === 'set') return say(`至少 ${minimum} 项`, `needs at least ${minimum} items`)
    return say(`应${atLeast.zh} ${minimum}`, `should be ${atLeast.en} ${minimum}`)
  },
  invalid_format: () => say('格式不对', 'is not of the right form'),
  not_multiple_of: ({ divisor }) => say(`应为 ${divisor} 的倍数`, `should be a multiple of ${divisor}`),
  unrecognized_keys: ({ keys }) => {
    const names = keys.slice(0, 5).map((key) => JSON.stringify(key.slice(0, longestKey)))
    return say(`多出了不认识的项：${names.join('、')}`, `has unknown members: ${names.join(', ')}`)
  },
  invalid_value: ({ values }) => oneOf(values),
  invalid_union: (issue) =>
    'options' in issue && issue.options
      ? oneOf(issue.options)
      : say('不符合任何一种允许的形式', 'fits none of the allowed forms'),
  invalid_key: () => say('名称不对', 'has a name that is not allowed'),
  invalid_element: () => say('其中一项不对', 'has an item that does not fit'),
}

const types: Readonly<Record<string, Bilingual>> = {
  string: say('文字', 'text'),
  number: say('数字', 'a number'),
  int: say('整数', 'a whole number'),
  boolean: say('“是”或“否”（true/false）', 'true or false'),
  object: say('一组内容（对象）', 'an object'),
  record: say('一组内容（对象）', 'an object'),
  array: say('列表', 'a list'),
  null: say('空（null）', 'null'),
  undefined: say('不填', 'left out'),
  never: say('不填', 'left out'),
}

const mostOptions = 30

function oneOf(values: readonly unknown[]): Bilingual {
  const shown = values.slice(0, mostOptions).map(String)
  const more = values.length > mostOptions ? '…' : ''
  return say(`应为下列之一：${shown.join('、')}${more}`, `should be one of: ${shown.join(', ')}${more}`)
}

const atLeastCharacters = (minimum: unknown): Bilingual =>
  minimum === 1
    ? say('不能为空', 'must not be empty')
    : say(`至少 ${minimum} 个字`, `needs at least ${minimum} characters`)

/** A schema of ours that refuses says which flaw it saw; a new flaw comes here, or is told in general words. */
function sentenceOfFlaw(params: Readonly<Record<string, unknown>>): Bilingual {
  const sentence = flaws[String(params.flaw)]
  return sentence === undefined ? say('内容不符合要求', 'does not fit') : sentence(params)
}

const flaws: Readonly<Record<string, (params: Readonly<Record<string, unknown>>) => Bilingual>> = {
  'control-character': () => say('含有不可见的控制字符，请删除后重试', 'holds control characters; remove them'),
  'lone-surrogate': () => say('含有残缺的字符，请重新输入', 'holds half a character; type it again'),
  'unpaired-direction': () => say('含有未成对的文字方向控制符，请删除', 'holds unpaired direction marks; remove them'),
  'several-lines': () => say('只能写一行', 'must be a single line'),
  'too-long': ({ max }) => say(`不得超过 ${max} 个字`, `has more than ${max} characters`),
  'too-short': ({ min }) => atLeastCharacters(min ?? 1),
  'nothing-visible': () => say('不能为空', 'must not be empty'),
  'not-a-day': () => say('应为真实存在的日期，如 2026-11-23', 'should be a day that exists, such as 2026-11-23'),
  'not-an-organ': () => say('不是机关单位的编号', 'is not the id of an organ'),
  'not-a-number': () =>
    say('登记编号应为 15 位数字，请核对是否抄错', 'a registration number has 15 digits; check it for a slip'),
  'not-a-ref': () => say('不是有效的编号', 'is not a valid reference'),
  'not-a-cursor': () =>
    say('翻页位置无效，请从第一页重新查看', 'the place in the list is not valid; start from the first page'),
}
