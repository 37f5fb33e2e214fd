import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { DataFolder } from './data-folder.ts'

const schema = z.object({
  pid: z.number(),
  url: z.string(),
  startedAt: z.string(),
  database: z.object({ host: z.string(), port: z.number(), name: z.string() }),
})

/** Where a house is served and how its database is reached. A house that was killed leaves an old one behind. */
export type HouseFile = z.infer<typeof schema>

export function readHouseFile(folder: DataFolder): HouseFile | undefined {
  try {
    return schema.parse(JSON.parse(readFileSync(folder.houseFile, 'utf8')))
  } catch {
    return undefined
  }
}
