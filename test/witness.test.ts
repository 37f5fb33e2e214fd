/** Witness and monitor as whoever runs them starts them, beside a log that is published over HTTP. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { noteOf, vkeyOf } from '../src/proof/note.ts'
import { askWitnesses, withCosignatures } from '../src/register/witness/asking.ts'
import { folders, logKey, origin, publishedLog, servedFolder } from '../src/register/witness/testing/published-log.ts'
import { type RunningWitness, runVerb, runWitness } from './witness-process.ts'

const vkey = vkeyOf(logKey.key)
const temporary = folders()
const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  await Promise.all(closing.splice(0).map((close) => close()))
  await temporary.clear()
})

async function run(folder: string, ...words: readonly string[]): Promise<RunningWitness> {
  const running = await runWitness(folder, ...words)
  closing.push(() => running.end('SIGKILL'))
  return running
}

describe('xinqiao witness', () => {
  it('co-signs, is killed at any moment, and never signs two histories nor forgets what it signed', async () => {
    const [log, folder] = [await publishedLog(await temporary.make()), await temporary.make()]
    const asked = () => ({ checkpoint: log.checkpoint, range: log.range, logKeys: [logKey.key] })
    let signed = 0
    let words = ['--name', 'bar.example/witness', '--log', vkey]
    const keys = new Set<string>()
    for (let round = 0; round < 4; round++) {
      const witness = await run(folder, ...words)
      keys.add(witness.vkey)
      words = ['--log', vkey]
      const asking = (async () => {
        for (let at = 0; at < 200; at++) {
          await log.grow(1)
          const [answer] = await askWitnesses(asked(), [witness], [], { waitMs: 3000 })
          if (!answer?.cosignature) return answer?.remembered.fault?.kind
          signed = log.checkpoint.size
        }
        return 'not killed'
      })()
      await expect.poll(() => signed, { interval: 5, timeout: 10_000 }).toBeGreaterThan(round * 3 + 2)
      await witness.end('SIGKILL')
      // away, and nothing worse: whatever it had kept is what it names the next time
      expect(await asking).toBe('away')
    }
    const witness = await run(folder, ...words)
    const [last] = await askWitnesses(asked(), [witness], [])
    expect(last?.remembered).toMatchObject({ seenSize: log.checkpoint.size, fault: null })
    expect(keys.size).toBe(1)
    await witness.end('SIGTERM')
    expect(witness.child.exitCode).toBe(0)
  })

  it('looks by itself, and shows its evidence: on the page, in JSON, and by exit code', async () => {
    const [log, twin] = [await publishedLog(await temporary.make()), await publishedLog(await temporary.make())]
    await log.grow(40)
    await twin.grow(41, 'another entry')
    const { url, close } = await servedFolder(twin.folder)
    closing.push(close)
    const folder = await temporary.make()
    await writeFile(join(folder, 'logs.txt'), `# the office of the prefecture\n${vkey} ${url}\n`)
    const witness = await run(folder, '--name', 'bar.example/witness', '--every', '5')
    const [answer] = await askWitnesses(
      { checkpoint: log.checkpoint, range: log.range, logKeys: [logKey.key] },
      [witness],
      [],
    )
    expect(answer?.remembered).toMatchObject({ seenSize: 40, fault: null })
    const account = async () => (await fetch(`${witness.url}/witness.json`)).json() as Promise<{ isQuiet: boolean }>
    await expect.poll(async () => (await account()).isQuiet, { timeout: 15_000, interval: 200 }).toBe(false)
    expect(await (await fetch(`${witness.url}/?lang=zh`)).text()).toContain('先前的记录被改动或删去')
    await witness.end('SIGTERM')
    const shown = await runVerb('witness', 'evidence', '--data', folder)
    expect(shown.exit).toBe(1)
    expect(shown.out).toMatch(/inconsistent at .*the later register does not continue the earlier one/)
    expect(shown.out).toContain(`      ${origin}`)
  })

  it('says what is wrong with how it is used: exit code 2', async () => {
    const folder = await temporary.make()
    expect(await runVerb('witness', '--data', folder)).toMatchObject({
      exit: 2,
      out: expect.stringContaining('--name'),
    })
    const wrong = ['--data', folder, '--name', 'bar.example/w', '--log', 'nonsense']
    expect(await runVerb('witness', ...wrong)).toMatchObject({
      exit: 2,
      out: expect.stringContaining('nonsense is not a key'),
    })
  })
})

describe('xinqiao monitor', () => {
  it('remembers what it saw, and names what is wrong: exit code 1', async () => {
    const [log, folder] = [await publishedLog(await temporary.make()), await temporary.make()]
    await log.grow(300)
    const state = join(folder, 'seen.json')
    const { url, close } = await servedFolder(log.folder)
    closing.push(close)
    const words = [url, '--log', vkey, '--state', state]
    expect(await runVerb('monitor', ...words)).toEqual({
      exit: 0,
      out: `${origin}: 300 entries; 300 looked at now, all as they were signed\n`,
    })
    await log.grow(7)
    const next = await runVerb('monitor', ...words, '--json')
    expect(JSON.parse(next.out)).toMatchObject({ origin, size: 307, entries: 7, faults: [] })
    await rm(join(log.folder, 'tile/entries/000'))
    expect((await runVerb('monitor', ...words)).exit).toBe(0)
    const full = await runVerb('monitor', ...words, '--full')
    expect(full).toMatchObject({
      exit: 1,
      out: expect.stringMatching(/file-missing: .*缺文件 \(tile\/entries\/000 is not there\)/),
    })
  })

  it('asks for the witnesses that it is told of', async () => {
    const [log, folder] = [await publishedLog(await temporary.make()), await temporary.make()]
    await log.grow(3)
    const witness = await run(folder, '--name', 'bar.example/witness', '--log', vkey)
    const words = ['monitor', log.folder, '--log', vkey, '--witness', witness.vkey]
    expect(await runVerb(...words)).toMatchObject({ exit: 1, out: expect.stringContaining('unwitnessed') })
    const answers = await askWitnesses(
      { checkpoint: log.checkpoint, range: log.range, logKeys: [logKey.key] },
      [witness],
      [],
    )
    const said = withCosignatures(
      log.checkpoint.note,
      answers.flatMap(({ cosignature }) => cosignature ?? []),
    )
    expect(said).not.toBe(noteOf(log.checkpoint.note))
    await writeFile(join(log.folder, 'checkpoint'), said)
    expect(await runVerb(...words)).toMatchObject({ exit: 0 })
  })
})
