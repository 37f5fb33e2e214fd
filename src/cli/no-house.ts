import { existsSync } from 'node:fs'
import type { Config } from '../platform/config.ts'
import { UsageRefused } from './verb.ts'

/** For verbs that read a house: opening one that is not there would make it. */
export function refuseNoHouse({ folder, databaseUrl }: Config): void {
  if (databaseUrl === undefined && !existsSync(folder.postgres))
    throw new UsageRefused(`there is no house in ${folder.path}: say where it is by --data or XINQIAO_DATA`)
}
