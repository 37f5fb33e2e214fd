import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import type { AccountId } from '../account.ts'
import { openKeyFolder } from '../key-folder.ts'
import { browserName } from './browser-name.ts'
import { knownBrowsers } from './known-browser.ts'

const folders: string[] = []
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true })
})
const freshBrowsers = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-browsers-'))
  folders.push(folder)
  return knownBrowsers(await openKeyFolder(folder))
}

const browsers = await freshBrowsers()
const now = new Date('2026-11-23T01:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)
const whose = (digit: string, epoch = 'epoch-1') => ({ account: `a${digit.repeat(16)}` as AccountId, epoch })

describe('a known browser', () => {
  it('is known for the account, under the same name at each sign-in', () => {
    const kept = browsers.remember(null, whose('1'), now)
    const name = browsers.recognise(kept, whose('1'), now)
    expect(name).toMatch(/^[\w-]{11}$/)
    const again = browsers.remember(kept, whose('1'), later(1))
    expect(again).not.toBe(kept)
    expect(browsers.recognise(again, whose('1'), later(1))).toBe(name)
    expect(browsers.accountIn(kept, now)).toBe(whose('1').account)
  })

  it('is a stranger to other accounts, after the password changed, after half a year, and to another house', async () => {
    const kept = browsers.remember(null, whose('1'), now)
    expect(browsers.recognise(kept, whose('2'), now)).toBeNull()
    expect(browsers.recognise(kept, whose('1', 'epoch-2'), now)).toBeNull()
    expect(browsers.recognise(kept, whose('1'), later(179))).not.toBeNull()
    expect(browsers.recognise(kept, whose('1'), later(180))).toBeNull()
    expect((await freshBrowsers()).recognise(kept, whose('1'), now)).toBeNull()
  })

  it('is known to several who sit at it, and forgets whoever was there longest ago', () => {
    const kept = [...'1234567'].reduce<string | null>((all, digit) => browsers.remember(all, whose(digit), now), null)
    expect(browsers.recognise(kept, whose('1'), now)).toBeNull()
    for (const digit of '234567') expect(browsers.recognise(kept, whose(digit), now)).not.toBeNull()
    expect(kept?.length).toBeLessThan(1000)
  })

  it('cannot be made up: whatever is altered is not known, and nothing throws', () => {
    const kept = browsers.remember(null, whose('1'), now)
    fc.assert(
      fc.property(fc.nat(kept.length - 1), fc.string({ unit: 'binary', maxLength: 3 }), (at, other) => {
        const altered = kept.slice(0, at) + other + kept.slice(at + 1)
        fc.pre(altered !== kept && !altered.startsWith(`${kept}~`) && !altered.endsWith(`~${kept}`))
        // the last sign of a mac carries two bits that say nothing
        fc.pre(at < kept.length - 1)
        expect(browsers.recognise(altered, whose('1'), now)).toBeNull()
        expect(browsers.accountIn(altered, now)).toBeNull()
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (any) => {
        expect(browsers.accountIn(any, now)).toBeNull()
      }),
    )
  })
})

describe('a browser in the list of sessions', () => {
  it.each([
    ['Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0', 'firefox/windows'],
    [
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      'chrome/linux',
    ],
    ['Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0', 'edge/windows'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/1 Safari/604.1', 'safari/ios'],
    ['Mozilla/5.0 (Linux; Android 14; SM-X) Chrome/120.0 Mobile Safari/537.36 MicroMessenger/8.0', 'wechat/android'],
    ['curl/8.0', 'other/other'],
    ['', 'other/other'],
  ])('%s', (agent, name) => expect(browserName(agent)).toBe(name))
})
