import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { SeedDemo } from '../demo/seeding.ts'
import type { Config } from '../platform/config.ts'
import { servingOptions } from './serve.ts'
import { untilToldToStop } from './stop.ts'
import type { Verb } from './verb.ts'

export const demo: Verb = {
  name: 'demo',
  summary: 'as serve; first fills an empty data folder with a fictional prefecture (this is what npm start does)',
  shape: servingOptions,
  async run({ config, json }) {
    const { serve } = await import('../main.ts')
    const { markIfEmpty, seedOnce } = await import('../demo/seeding.ts')
    const say = (words: string) => json || process.stdout.write(`${words}\n`)
    markIfEmpty(config.folder)
    const house = await serve(quiet(config), async (opened) => seedOnce(opened, await seedOfPrefecture(), say))
    const accounts = join(config.folder.path, 'demo-accounts.json')
    if (json) process.stdout.write(`${JSON.stringify({ url: house.url, pid: process.pid, accounts })}\n`)
    say(`\n  信桥 Xinqiao   ${house.url}`)
    if (existsSync(accounts)) say(`  demo accounts  ${accounts}`)
    say('  Ctrl-C stops it. What you enter is kept.\n')
    house.log.info({ url: house.url }, 'serving')
    await untilToldToStop()
    say('stopping …')
    await house.close()
    return undefined
  },
}

/** Seam: a plain import of `seedDemo` once src/demo/main.ts is there. */
async function seedOfPrefecture(): Promise<SeedDemo> {
  const place = new URL('../demo/main.ts', import.meta.url)
  if (!existsSync(place)) return async () => {}
  return ((await import(place.href)) as { seedDemo: SeedDemo }).seedDemo
}

/** A newcomer's terminal is for the newcomer; the log is in the folder of logs. */
const quiet = (config: Config): Config => ({ ...config, logTo: 'file' })
