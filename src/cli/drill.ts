import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from '../platform/config.ts'
import type { Drilled } from '../register/backup/drilling.ts'
import { refuseNoHouse } from './no-house.ts'
import { showProgress, spanInWords } from './showing.ts'
import { untilToldToStop } from './stop.ts'
import { type Report, UsageRefused, type Verb } from './verb.ts'

/** docs/how-to/backup.md */
export const drill: Verb = {
  name: 'drill',
  summary: 'restore a backup into a temporary house, check everything in it, and remove it again',
  shape: (command) => command.argument('[file]', 'the archive; without it, the newest in XINQIAO_BACKUP_TO'),
  async run({ config, json, arguments: [file] }) {
    const { openHouse, rooms } = await import('../main.ts')
    const { drill } = await import('../register/backup/drilling.ts')
    const archive = file ?? (await newestIn(config))
    refuseNoHouse(config)
    const showing = showProgress(json)
    const stopping = new AbortController()
    void untilToldToStop().then(() => stopping.abort(new Error('broken off; the temporary house is gone')))
    const house = await openHouse(config)
    try {
      const { onProgress } = showing
      return reportOf(await drill({ config, archive, rooms, pools: house.pools, onProgress, signal: stopping.signal }))
    } finally {
      showing.done()
      await house.close()
    }
  },
}

/** By name, which has the time in it. */
async function newestIn({ backup }: Config): Promise<string> {
  if (backup === null) throw new UsageRefused('which backup? Name one, or set XINQIAO_BACKUP_TO')
  const names = (await readdir(backup.to).catch(() => [])).filter((name) => /^xinqiao-\d{8}T\d{6}Z\.tar$/.test(name))
  const newest = names.sort().at(-1)
  if (newest === undefined) throw new UsageRefused(`there is no backup in ${backup.to}`)
  return join(backup.to, newest)
}

function reportOf(done: Drilled): Report {
  const verdict = {
    sound: 'restored and found whole',
    faulty: 'restored, and something is wrong',
    failed: 'it could not be restored',
  } as const
  const words = [
    `${done.path}: ${verdict[done.state]}, in ${spanInWords(done.tookMs)}`,
    ...(done.soundness === null
      ? []
      : [
          `  as of ${done.madeAt}: ${done.facts} facts of ${done.streams} histories, ${done.pieces} sealed pieces and ${done.soundness.files.seen} files open`,
        ]),
    ...done.faults.map(({ fault }) => `  ${fault}`),
    'nothing of it is left',
  ]
  const { soundness, ...run } = done
  const faults = done.faults.map(({ fault }) => fault)
  return { exit: done.state === 'sound' ? 0 : 1, words: words.join('\n'), json: { ...run, faults, found: soundness } }
}
