/** The house as `xinqiao serve` brings it up, only that one address may ask as often as it likes. Started by `main.ts`. */
import { serve } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { type Limits, usualLimits } from '../src/platform/http/pace.ts'

/** Counted like the usual ones, so that counting costs what it costs, and never reached. */
const wide = { max: 1e9, windowMs: 60_000 }
const limits = Object.fromEntries(Object.keys(usualLimits).map((name) => [name, wide])) as unknown as Limits

const house = await serve(readConfig({ data: process.argv[2], port: 0, host: '127.0.0.1' }), undefined, { limits })
process.send?.({ url: house.url })

/** Asked for with any word: how much of a core it has used so far. */
process.on('message', (word) => {
  if (word === 'usage') process.send?.({ usage: process.cpuUsage() })
  else void house.close().then(() => process.exit(0))
})
process.once('disconnect', () => void house.close().then(() => process.exit(0)))
