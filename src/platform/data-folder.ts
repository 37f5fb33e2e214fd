import { chmodSync, mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The places inside a data folder. Everything that a house keeps lies in one of them. */
export interface DataFolder {
  readonly path: string
  /** The cluster of the embedded PostgreSQL; belongs to the uid that PostgreSQL runs under. */
  readonly postgres: string
  readonly keys: string
  readonly spool: string
  readonly files: string
  readonly logs: string
  /** What the register publishes: the tiles and the checkpoint of its log. Everything here is public. */
  readonly register: string
  /** Figures that were published, beside the log: everything here is public too. */
  readonly figures: string
  /** Packs of law that the office adds to those of the house. */
  readonly lawPacks: string
  /** Where the running house is and how to reach it. */
  readonly houseFile: string
}

const rooms = ['keys', 'spool', 'files', 'logs', 'register'] as const

export const defaultDataPath = (): string => process.env.XINQIAO_DATA || './data'

/** Names the places of a data folder without touching the disk. */
export function dataFolderAt(path: string): DataFolder {
  const root = resolve(path)
  const at = (name: string) => join(root, name)
  return {
    path: root,
    postgres: at('postgres'),
    keys: at('keys'),
    spool: at('spool'),
    files: at('files'),
    logs: at('logs'),
    register: at('register'),
    figures: join(at('register'), 'figures'),
    lawPacks: at('law-packs'),
    houseFile: at('house.json'),
  }
}

/** Makes what is missing, closed to everybody else: keys and petitions lie here. */
export function openDataFolder(path: string): DataFolder {
  const folder = dataFolderAt(path)
  mkdirSync(folder.path, { recursive: true, mode: 0o700 })
  for (const room of rooms) mkdirSync(folder[room], { recursive: true, mode: 0o700 })
  // an older folder may have been made under a looser umask
  chmodSync(folder.keys, 0o700)
  return folder
}
