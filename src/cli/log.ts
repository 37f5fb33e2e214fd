import type { House } from '../main.ts'
import type { Config } from '../platform/config.ts'
import type { Register } from '../register/register.ts'
import { type Given, type Report, UsageRefused, type Verb } from './verb.ts'

const deeds: Readonly<Record<string, (given: Given) => Promise<Report>>> = {
  status,
  publish: publishNow,
  'go-on': goOn,
}

/** The public log of the register: docs/how-to/register.md. */
export const log: Verb = {
  name: 'log',
  summary: `the public log of the register: ${Object.keys(deeds).join(', ')}`,
  shape: (command) => command.argument('<deed>', Object.keys(deeds).join(', ')),
  async run(given) {
    const deed = deeds[given.arguments[0] ?? '']
    if (!deed) throw new UsageRefused(`log does not ${given.arguments[0]}; it does ${Object.keys(deeds).join(', ')}`)
    return deed(given)
  },
}

async function status({ config }: Given): Promise<Report> {
  const { vkeyOf } = await import('../proof/note.ts')
  const { readLogRow } = await import('../register/log/log-row.ts')
  const { waitingFor } = await import('../register/log/waiting.ts')
  return withRegister(config, async (register, { pools }) => {
    const row = await readLogRow(pools.work)
    const waiting = await waitingFor(pools.work)
    const stopped = row?.stopped ?? null
    const words = [
      `${register.origin}: ${row?.published ?? 0} entries published${row?.publishedAt ? ` at ${row.publishedAt}` : ''}`,
      `${waiting.facts} facts are waiting${waiting.facts > 0 ? `, the oldest for ${Math.round(waiting.ageSeconds)} s` : ''}`,
      `key ${vkeyOf(register.signer.key)}`,
      ...(stopped ? [`stopped at ${stopped.at}: ${stopped.fault.kind}, ${stopped.fault.detail}`] : []),
    ]
    const json = { origin: register.origin, ...row, root: undefined, waiting, key: vkeyOf(register.signer.key) }
    return { exit: stopped ? 1 : 0, words: words.join('\n'), json }
  })
}

/** For a house that is not running, or whose disk was full. */
async function publishNow({ config }: Given): Promise<Report> {
  const { publish } = await import('../register/log/publishing.ts')
  return withRegister(config, async (register) => {
    const done = await publish(register)
    const words = {
      taken: () => 'another process is publishing',
      stopped: () =>
        `the log has stopped: ${done.kind === 'stopped' ? `${done.fault.kind}, ${done.fault.detail}` : ''}`,
      published: () => `${done.kind === 'published' ? done.size : 0} entries are published`,
    }[done.kind]()
    return { exit: done.kind === 'stopped' ? 1 : 0, words, json: done }
  })
}

async function goOn({ config }: Given): Promise<Report> {
  const { goOn } = await import('../register/gaps/going-on.ts')
  const { NotAdopted } = await import('../register/log/adopting.ts')
  const { publish } = await import('../register/log/publishing.ts')
  const { wallCalendar } = await import('../wiring.ts')
  return withRegister(config, async (register) => {
    try {
      const gap = await goOn(register, wallCalendar(config.zone)())
      const done = await publish(register)
      const words = gap
        ? `${gap.lost} facts are lost, between places ${gap.first} and ${gap.last}; the log says so and goes on`
        : 'no fact was lost; the log goes on'
      return { exit: done.kind === 'stopped' ? 1 : 0, words, json: { gap, published: done } }
    } catch (fault) {
      throw fault instanceof NotAdopted ? new UsageRefused(fault.message) : fault
    }
  })
}

async function withRegister(
  config: Config,
  work: (register: Register, house: House) => Promise<Report>,
): Promise<Report> {
  const { openHouse } = await import('../main.ts')
  const { openVault } = await import('../identity/vault.ts')
  const { logStoreOf } = await import('../register/log/chosen-store.ts')
  const { openRegister } = await import('../register/register.ts')
  const house = await openHouse(config)
  try {
    const { app, work: own } = house.pools
    const vault = await openVault(config, app)
    const register = await openRegister({
      ...{ app, work: own, vault, store: logStoreOf(config), publicUrl: config.publicUrl },
      ...{ witnesses: config.witnesses, now: () => new Date().toISOString() },
    })
    return await work(register, house)
  } finally {
    await house.close()
  }
}
