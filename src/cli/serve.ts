import type { Command } from 'commander'
import { untilToldToStop } from './stop.ts'
import type { Verb } from './verb.ts'

export const servingOptions = (command: Command): Command =>
  command
    .option('--port <number>', 'where to listen (PORT; 8080)')
    .option('--host <address>', 'which address to listen on (HOST; 127.0.0.1)')

export const serve: Verb = {
  name: 'serve',
  summary: 'serve the house until told to stop; never with demonstration data',
  shape: servingOptions,
  async run({ config, json }) {
    const told = untilToldToStop()
    const { serve } = await import('../main.ts')
    const house = await serve(config, undefined, { interrupted: told })
    if (json) process.stdout.write(`${JSON.stringify({ url: house.url, pid: process.pid })}\n`)
    else if (config.logTo === 'file') process.stdout.write(`serving at ${house.url}\n`)
    house.log.info({ url: house.url, dataFolder: config.folder.path }, 'serving')
    await told
    house.log.info('stopping')
    await house.close()
    return undefined
  },
}
