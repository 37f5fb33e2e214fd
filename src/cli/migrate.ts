import type { Verb } from './verb.ts'

export const migrate: Verb = {
  name: 'migrate',
  summary: 'bring the database up to this program (serve and demo do it by themselves)',
  async run({ config }) {
    const { openDatabase } = await import('../platform/postgres.ts')
    const { openDataFolder } = await import('../platform/data-folder.ts')
    const { migrate } = await import('../platform/migrate.ts')
    const database = await openDatabase({ folder: openDataFolder(config.folder.path), url: config.databaseUrl })
    try {
      const applied = await migrate(database)
      const words = applied.length === 0 ? 'nothing to do' : `applied ${applied.join(', ')}`
      return { exit: 0, words, json: { applied } }
    } finally {
      await database.close()
    }
  },
}
