/** Whether a house that was restored is whole: its histories, its rows, and what was sealed. Changes nothing. */
import type { Pool } from 'pg'
import { type FsckReport, fsck } from '../../engine/fsck.ts'
import type { Pools } from '../../engine/house.ts'
import type { AnyRoom } from '../../engine/walk.ts'
import { checkKeys, type KeyCheck } from '../../identity/key-check.ts'
import type { KeyFolder } from '../../identity/key-folder.ts'
import type { DataFolder } from '../../platform/data-folder.ts'
import { headOpens } from '../../platform/files/head-renewal.ts'
import { filesIn, sealingKeys } from '../../platform/files/sealed-files.ts'
import { checkFigures, type FiguresError } from '../figures/checking.ts'
import { figureFolder } from '../figures/store.ts'
import type { LogReport } from '../log/checking.ts'
import { type LogStore, StoreFault } from '../log/store.ts'
import { checkRegister } from '../register.ts'
import type { Verified } from './archive-reader.ts'
import type { FaultKind } from './fault-kinds.ts'
import type { RunFault } from './runs.ts'

export interface Soundness {
  readonly fsck: Pick<FsckReport, 'streams' | 'facts' | 'errorCount' | 'errors'>
  /** Null where the keys were not looked at. */
  readonly keys: KeyCheck | null
  readonly files: { readonly seen: number; readonly broken: readonly string[] }
  /** The facts against the log, and the log against what was published; null without the keys. */
  readonly register: LogReport | null
  /** What is wrong; nothing where all is well. */
  readonly faults: readonly RunFault[]
}

export interface Inspecting {
  readonly pools: Pools
  readonly rooms: readonly AnyRoom[]
  /** With them, every sealed piece and file is opened. */
  readonly vault: KeyFolder | null
  readonly folder: DataFolder
  /** Where the log of the house is published. */
  readonly store: LogStore
  readonly verified: Verified
}

export async function inspectRestored({
  pools,
  rooms,
  vault,
  folder,
  store,
  verified,
}: Inspecting): Promise<Soundness> {
  const found = await fsck(pools, rooms)
  const keys = vault && (await checkKeys(pools.work, vault))
  const files = await lookAtFiles(folder.files, vault)
  const register = vault && (await lookAtRegister({ work: pools.work, vault, store }))
  const figures = (await checkFigures(pools.work, figureFolder(folder.figures))).slice(0, 20).map(ofFigures)
  const faults = [
    ...faultsOf(found, keys, files, verified),
    ...figures,
    ...(register?.errors ?? []).slice(0, 20).map(ofRegister),
  ]
  return { fsck: found, keys, files, register, faults }
}

/** What is published may lie elsewhere, and be away just now: that is said, and stands in nobody's way. */
async function lookAtRegister(asked: Parameters<typeof checkRegister>[0]): Promise<LogReport> {
  try {
    return await checkRegister(asked)
  } catch (fault) {
    if (!(fault instanceof StoreFault)) throw fault
    const away = { kind: 'checkpoint', stream: null, version: null, position: null, detail: fault.message } as const
    return { entries: 0, published: 0, errors: [away] }
  }
}

async function lookAtFiles(folder: string, vault: KeyFolder | null): Promise<Soundness['files']> {
  const sealing = vault && (await sealingKeys(vault))
  const broken: string[] = []
  let seen = 0
  for await (const { path, address } of filesIn(folder)) {
    seen += 1
    if (sealing && !(await headOpens(path, address, sealing))) broken.push(path)
  }
  return { seen, broken }
}

function faultsOf(
  found: FsckReport,
  keys: KeyCheck | null,
  files: Soundness['files'],
  { digests }: Verified,
): readonly RunFault[] {
  const savedFiles = digests.sections.filter(({ name }) => name.startsWith('files/'))
  const wantedFiles = savedFiles.reduce((sum, { rows }) => sum + rows, 0)
  const counted = `${found.facts} facts of ${found.streams} histories, not ${digests.facts} of ${digests.streams}`
  const first = JSON.stringify(found.errors[0])
  const wrong: readonly (readonly [boolean, FaultKind, string])[] = [
    [found.facts !== digests.facts || found.streams !== digests.streams, 'fsck', counted],
    [found.errorCount > 0, 'fsck', `fsck finds ${found.errorCount} faults, the first ${first}`],
    [files.seen !== wantedFiles, 'files', `${files.seen} files, not ${wantedFiles}`],
    [files.broken.length > 0, 'files', `${files.broken.length} files do not open`],
    [digests.missing.length > 0, 'files', `${digests.missing.length} files were lost before it was made`],
    [(keys?.brokenCount ?? 0) > 0, 'pieces', `${keys?.brokenCount} sealed pieces do not open`],
  ]
  return wrong.filter(([isSo]) => isSo).map(([, kind, fault]) => ({ kind, fault }))
}

const ofFigures = ({ kind, file }: FiguresError): RunFault => ({ kind: 'files', fault: `${kind}: ${file}` })

const ofRegister = ({ kind, detail }: LogReport['errors'][number]): RunFault => ({
  kind: 'register',
  fault: `the register: ${kind}, ${detail}`,
})

/** Cohorts whose key is not there and of which the house that goes on still has pieces: those are not lawfully erased. */
export async function lostCohorts(work: Pool, { withoutKey }: KeyCheck): Promise<readonly string[]> {
  if (withoutKey.length === 0) return []
  const { rows } = await work.query<{ cohort: string }>(
    'select cohort from unnest($1::text[]) as cohort where exists (select from sealed where sealed.cohort = cohort.cohort)',
    [[...new Set(withoutKey.map(({ cohort }) => cohort))]],
  )
  return rows.map(({ cohort }) => cohort)
}
