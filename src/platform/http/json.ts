import type { Bilingual } from './endpoint.ts'
import { Problem } from './problem.ts'

/** Deeper than any contract of ours; whoever nests further is trying something. */
const deepest = 32
/** Names that change an object instead of describing it. No contract has them. */
const poisonous = new Set(['__proto__', 'constructor', 'prototype'])

/**
 * Reads a JSON body. Beyond what `JSON.parse` refuses, it refuses what two readers could read differently or a database
 * cannot keep: bytes that are not UTF-8, the same key twice, NUL, halves of characters. Throws a `Problem`.
 */
export function parseJson(bytes: Uint8Array): unknown {
  const text = decode(bytes)
  const value = parse(text)
  inspect(text)
  return value
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw malformed('正文不是 UTF-8 编码。', 'The body is not UTF-8.')
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new Problem('malformed-json')
  }
}

/** Walks a text that is known to be JSON, once, without recursion. */
function inspect(text: string): void {
  /** One entry a level: the keys seen so far in an object, null in an array. */
  const levels: (Set<string> | null)[] = []
  let isKey = false
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]
    if (sign === '"') {
      const end = endOfString(text, at)
      const string = readString(text.slice(at, end))
      if (isKey) noteKey(levels.at(-1), string)
      isKey = false
      at = end - 1
    } else if (sign === '{' || sign === '[') {
      levels.push(sign === '{' ? new Set() : null)
      isKey = sign === '{'
      if (levels.length > deepest) throw malformed('嵌套层次过深。', 'The body is nested too deeply.')
    } else if (sign === '}' || sign === ']') levels.pop()
    else if (sign === ',') isKey = levels.at(-1) instanceof Set
  }
}

function endOfString(text: string, from: number): number {
  let at = from + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function readString(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  const string: string = JSON.parse(quoted)
  if (string.includes('\0')) throw malformed('含有空字符（NUL）。', 'The body holds a NUL character.')
  if (!string.isWellFormed()) throw malformed('含有残缺的字符。', 'The body holds half a character.')
  return string
}

function noteKey(keys: Set<string> | null | undefined, key: string): void {
  if (poisonous.has(key)) throw malformed('含有不允许的名称。', 'The body holds a name that is not allowed.')
  if (keys?.has(key)) throw malformed('同一个名称出现了两次。', 'The body holds the same name twice.')
  keys?.add(key)
}

const malformed = (zh: string, en: string): Problem =>
  new Problem('malformed-json', { detail: { zh, en } satisfies Bilingual })
