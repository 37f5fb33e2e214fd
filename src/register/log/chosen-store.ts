import type { Config } from '../../platform/config.ts'
import { folderStore } from './folder-store.ts'
import { objectStore } from './object-store.ts'
import type { LogStore } from './store.ts'

/** Where a house publishes: in the bucket that its settings name, else in its data folder. */
export const logStoreOf = ({ folder, objectStore: settings }: Pick<Config, 'folder' | 'objectStore'>): LogStore =>
  settings === null ? folderStore(folder.register) : objectStore(settings)
