/** A house and a witness, each a process of its own, that know each other by their keys alone. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { folders } from '../src/register/witness/testing/published-log.ts'
import { serveHouse } from './served-house.ts'
import { runVerb, runWitness } from './witness-process.ts'

const temporary = folders()
let data = ''
beforeAll(async () => {
  data = await temporary.make()
})
afterAll(() => temporary.clear())

interface LogAnswer {
  readonly size: number
  readonly waiting: number
  readonly keys: { readonly log: readonly string[] }
  readonly witnesses: readonly { readonly seenSize: number | null; readonly fault: unknown }[]
}

describe('A house with a witness', () => {
  it('is co-signed, watched, and found to be as it should be by anybody', async () => {
    const first = await serveHouse(data)
    const logOf = async (url: string) => (await (await fetch(`${url}/api/log`)).json()) as LogAnswer
    const [logKey = ''] = (await logOf(first.url)).keys.log
    await first.stop()
    // an office is a fact, and an account is another
    const office = ['--name', '青坪县信访局', '--region', '510199', '--login', 'admin']
    expect(await runVerb('found', ...office, '--data', data)).toMatchObject({ exit: 0 })
    const witness = await runWitness(await temporary.make(), '--name', 'bar.example/witness', '--log', logKey)
    const house = await serveHouse(data, { XINQIAO_WITNESSES: `${witness.vkey}@${witness.url}` })
    try {
      // what the house does by itself goes on being published for a moment
      await expect
        .poll(
          async () => {
            const { size, waiting, witnesses } = await logOf(house.url)
            return size > 1 && waiting === 0 && witnesses[0]?.seenSize === size
          },
          { timeout: 20_000, interval: 300 },
        )
        .toBe(true)
      expect((await logOf(house.url)).witnesses[0]?.fault).toBeNull()
      const looked = await runVerb('monitor', `${house.url}/log`, '--log', logKey, '--witness', witness.vkey)
      expect(looked).toMatchObject({
        exit: 0,
        out: expect.stringMatching(/: [1-9]\d* entries; .*all as they were signed/),
      })
    } finally {
      await house.stop()
      await witness.end('SIGTERM')
    }
  }, 90_000)
})
