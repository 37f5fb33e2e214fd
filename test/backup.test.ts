/** docs/how-to/backup.md, step by step, on real houses in data folders and with the command line that an operator has. */
import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asOwner, type Filled, fillHouse, rowsOf } from './filled-house.ts'

const root = mkdtempSync(join(tmpdir(), 'xinqiao-backup-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const at = (name: string): string => join(root, name)
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const environment = {
  ...process.env,
  XINQIAO_LOG_TO: 'file',
  XINQIAO_PASSPHRASE: '渡口 石榴 三轮车 晾衣绳 半截铅笔 灶台',
}

interface Said {
  readonly code: number
  readonly json: Record<string, unknown>
}

function xinqiao(verb: readonly string[], data: string, more: NodeJS.ProcessEnv = {}): Promise<Said> {
  const env = { ...environment, ...more }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...verb, '--data', data, '--json'], { env }, (fault, stdout) =>
      resolve({ code: fault ? Number(fault.code) : 0, json: JSON.parse(stdout || '{}') }),
    )
  })
}

let filled: Filled
beforeAll(async () => {
  filled = await fillHouse(at('data'))
  mkdirSync(at('usb'))
  mkdirSync(at('safe'))
}, 120_000)

const rowsIn = (data: string) => asOwner(data, rowsOf)

describe('backup and restore', { timeout: 120_000 }, () => {
  it('refuses a place inside the data folder, one that is taken, one that is not there, and keys beside the archive', async () => {
    const inside = await xinqiao(['backup', join(at('data'), 'first.tar')], at('data'))
    expect(inside).toMatchObject({ code: 2, json: { error: expect.stringContaining('lies in the data folder') } })
    writeFileSync(at('usb/taken.tar'), 'something')
    const taken = await xinqiao(['backup', at('usb/taken.tar')], at('data'))
    expect(taken).toMatchObject({ code: 2, json: { error: expect.stringContaining('never replaces') } })
    const nowhere = await xinqiao(['backup', at('nowhere/first.tar')], at('data'))
    expect(nowhere).toMatchObject({ code: 2, json: { error: expect.stringContaining('there is no folder') } })
    const beside = await xinqiao(['backup', at('usb/first.tar'), '--keys', at('usb/first.keys')], at('data'))
    expect(beside).toMatchObject({ code: 2, json: { error: expect.stringContaining('--together') } })
    expect(await xinqiao(['backup', at('usb/first.tar')], at('no-data'))).toMatchObject({ code: 2 })
    expect(existsSync(at('no-data'))).toBe(false)
    expect(readdirSync(at('usb'))).toEqual(['taken.tar'])
  })

  it('a weak passphrase leaves neither keys nor archive', async () => {
    const words = ['backup', at('usb/first.tar'), '--keys', at('safe/first.keys')]
    expect(await xinqiao(words, at('data'), { XINQIAO_PASSPHRASE: '123456' })).toMatchObject({ code: 2 })
    expect([readdirSync(at('usb')), readdirSync(at('safe'))]).toEqual([['taken.tar'], []])
  })

  it('restores a house that equals the one that was saved', async () => {
    const saved = await xinqiao(['backup', at('usb/first.tar'), '--keys', at('safe/first.keys')], at('data'))
    expect(saved.json.error).toBeUndefined()
    expect(saved).toMatchObject({ code: 0, json: { missing: [], keys: { file: at('safe/first.keys') } } })
    expect(statSync(at('usb/first.tar')).mode & 0o777).toBe(0o600)
    expect(readdirSync(at('usb')).sort()).toEqual(['first.tar', 'taken.tar'])

    const restored = await xinqiao(['restore', at('usb/first.tar'), '--keys', at('safe/first.keys')], at('second'))
    expect(restored.json).toMatchObject({ faults: [], withoutKeys: null, facts: saved.json.facts })
    expect(restored.code).toBe(0)

    const [before, after] = [await rowsIn(at('data')), await rowsIn(at('second'))]
    expect(Object.keys(before)).toContain('event')
    for (const [table, rows] of Object.entries(before)) expect(after[table], table).toEqual(rows)
  })
})
void filled
