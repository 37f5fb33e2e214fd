import { describe, expect, it } from 'vitest'
import { cn2022 } from '../law/cn-2022/cn-2022.ts'
import { petitionCommands } from '../petition/commands.ts'
import { type TermGroup, termOf, terms } from './terms.ts'

const all = Object.entries(terms).flatMap(([group, words]) =>
  Object.entries(words).map(([code, { zh, en }]) => ({ name: `${group}.${code}`, zh, en })),
)

describe('Every term in both languages', () => {
  it.each(all)('$name', ({ zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(zh).not.toMatch(/[A-Za-z]|…|\.\.\./)
    expect(en).toMatch(/^[A-Z0-9a-z]/)
    expect(en).not.toMatch(/\p{Script=Han}|…|\.\.\./u)
  })

  it('says nothing twice within a group, so that two codes are never shown alike', () => {
    for (const [group, words] of Object.entries(terms)) {
      const chinese = Object.values(words).map(({ zh }) => zh)
      expect(new Set(chinese).size, group).toBe(chinese.length)
    }
  })
})

describe('Terms from the wire', () => {
  it('shows a code that nobody knows rather than hiding it', () => {
    expect(termOf('stage', 'mislaid')).toEqual({ zh: 'mislaid', en: 'mislaid' })
  })

  it.each([
    ['clockRule', Object.keys(cn2022.clocks)],
    ['command', Object.keys(cn2022.permissions)],
    ['documentKind', Object.keys(cn2022.documents)],
    ['serviceWay', Object.keys(cn2022.serviceWays)],
  ] as const satisfies [TermGroup, string[]][])('has a word for every %s of the pack', (group, codes) => {
    for (const code of codes) expect(termOf(group, code).zh).not.toBe(code)
  })

  it('has a word for every command that the wire offers', () => {
    for (const { type } of Object.values(petitionCommands)) expect(terms.command[type].zh).toBeTruthy()
  })
})
