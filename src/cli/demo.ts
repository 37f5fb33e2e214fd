import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from '../main.ts'
import type { Config } from '../platform/config.ts'
import { servingOptions } from './serve.ts'
import { untilToldToStop } from './stop.ts'
import type { Verb } from './verb.ts'

export const demo: Verb = {
  name: 'demo',
  summary: 'as serve; first fills an empty data folder with a fictional prefecture (this is what npm start does)',
  shape: servingOptions,
  async run({ config, json }) {
    const told = untilToldToStop()
    const { serve } = await import('../main.ts')
    const { seedDemo } = await import('../demo/main.ts')
    const { markIfEmpty, seedOnce } = await import('../demo/seeding.ts')
    const say = (words: string) => json || process.stdout.write(`${words}\n`)
    markIfEmpty(config.folder)
    const fill = (house: House) => seedOnce(house, seedDemo, say)
    const house = await serve(quiet(config), fill, { interrupted: told })
    const accounts = join(config.folder.path, 'demo-accounts.json')
    if (json) process.stdout.write(`${JSON.stringify({ url: house.url, pid: process.pid, accounts })}\n`)
    say(`\n  信桥 Xinqiao   ${house.url}`)
    if (existsSync(accounts)) say(`  demo accounts  ${accounts}`)
    say('  Ctrl-C stops it. What you enter is kept.\n')
    house.log.info({ url: house.url }, 'serving')
    await told
    say('stopping …')
    await house.close()
    return undefined
  },
}

/** A newcomer's terminal is for the newcomer; the log is in the folder of logs. */
const quiet = (config: Config): Config => ({ ...config, logTo: 'file' })
