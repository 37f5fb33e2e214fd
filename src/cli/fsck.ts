import type { Verb } from './verb.ts'

/** How many faults are printed in words; `--json` has the first thousand. */
const printedAtMost = 50

export const fsck: Verb = {
  name: 'fsck',
  summary: 'walk every fact and every derived row, and report what is not as it should be; changes nothing',
  async run({ config }) {
    const { openHouse, rooms } = await import('../main.ts')
    const { issuing } = await import('../issuing.ts')
    const { fsck } = await import('../engine/fsck.ts')
    const { checkAssessment } = await import('../assessment/checking.ts')
    const { checkWarnings } = await import('../prevention/warnings/checking.ts')
    const { checkTrends } = await import('../insight/trends/checking.ts')
    const { checkAnswers } = await import('../insight/quality/checking.ts')
    const { checkRegularities } = await import('../insight/regularities/checking.ts')
    const { checkFairness } = await import('../workforce/fairness/checking.ts')
    const { checkSuggested } = await import('../insight/suggested/checking.ts')
    const { checkSearch } = await import('../insight/search/checking.ts')
    const { openRooms } = await import('../wiring.ts')
    const { checkTopics } = await import('../insight/topics/checking.ts')
    const { checkNumbers } = await import('../documents/numbering/checking.ts')
    const { openDirectory } = await import('../identity/organ-directory.ts')
    const { openVault } = await import('../identity/vault.ts')
    const { logStoreOf } = await import('../register/log/chosen-store.ts')
    const { checkRegister } = await import('../register/register.ts')
    const { checkFigures } = await import('../register/figures/checking.ts')
    const { checkPacks } = await import('../petition/pack-check.ts')
    const { readLaws, shippedPacks } = await import('../petition/pack-reading.ts')
    const { checkPrints } = await import('../supervision/finding/checking.ts')
    const { figureFolder } = await import('../register/figures/store.ts')
    const house = await openHouse(config)
    try {
      const report = await fsck(house.pools, rooms)
      const vault = await openVault(config, house.pools.app)
      const register = await checkRegister({ work: house.pools.work, vault, store: logStoreOf(config) })
      const figures = await checkFigures(house.pools.work, figureFolder(config.folder.figures))
      const laws = await readLaws([shippedPacks, config.folder.lawPacks])
      const packs = await checkPacks(house.pools.work, laws)
      const organs = await openDirectory(house.pools.app, { report: () => undefined })
      const assessment = await checkAssessment(house.pools.work, organs, laws).finally(() => organs.close())
      const warnings = await checkWarnings(house.pools.work)
      const trends = await checkTrends(house.pools.work)
      const answers = await checkAnswers(house.pools.work)
      const regularities = await checkRegularities(house.pools.work)
      const fairness = await checkFairness(house.pools.work)
      const suggested = await checkSuggested(house.pools.work)
      const opened = await openRooms(house)
      const search = await checkSearch(opened.search).finally(() => opened.close())
      const topics = await checkTopics(house.pools.work)
      const numbers = await checkNumbers(house.pools.work, issuing)
      const prints = await checkPrints(house.pools.work)
      const inRooms = [
        ...register.errors,
        ...figures,
        ...packs,
        ...numbers,
        ...prints,
        ...assessment,
        ...warnings,
        ...trends,
        ...answers,
        ...regularities,
        ...fairness,
        ...suggested,
        ...search,
        ...topics,
      ]
      const faults = report.errorCount + inRooms.length
      const found = [...inRooms, ...report.errors].slice(0, printedAtMost)
      const words = [
        `${report.streams} streams, ${report.facts} facts, ${register.entries} entries of the log, ${faults} faults`,
        ...found.map((error) => `  ${JSON.stringify(error)}`),
      ]
      return {
        exit: faults === 0 ? 0 : 1,
        words: words.join('\n'),
        json: {
          ...report,
          register,
          figures,
          packs,
          numbers,
          prints,
          assessment,
          warnings,
          trends,
          answers,
          regularities,
          fairness,
          suggested,
          search,
          topics,
        },
      }
    } finally {
      await house.close()
    }
  },
}
