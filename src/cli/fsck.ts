import type { Verb } from './verb.ts'

/** How many faults are printed in words; `--json` has the first thousand. */
const printedAtMost = 50

export const fsck: Verb = {
  name: 'fsck',
  summary: 'walk every fact and every derived row, and report what is not as it should be; changes nothing',
  async run({ config }) {
    const { openHouse, rooms } = await import('../main.ts')
    const { fsck } = await import('../engine/fsck.ts')
    const house = await openHouse(config)
    try {
      const report = await fsck(house.pools, rooms)
      const found = report.errors.slice(0, printedAtMost).map((error) => `  ${JSON.stringify(error)}`)
      const count = `${report.streams} streams, ${report.facts} facts, ${report.errorCount} faults`
      return { exit: report.errorCount === 0 ? 0 : 1, words: [count, ...found].join('\n'), json: report }
    } finally {
      await house.close()
    }
  },
}
