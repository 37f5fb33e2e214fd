import { rmSync, writeFileSync } from 'node:fs'
import type { FastifyInstance } from 'fastify'
import { responsibilityRoom } from './assessment/responsibility/room.ts'
import { letterRoom } from './assessment/room.ts'
import { calendarRoom } from './calendar/room.ts'
import { callRoom } from './coordination/calls/room.ts'
import { itemRoom, meetingRoom, rosterRoom } from './coordination/conference/rooms.ts'
import { groupRoom } from './coordination/groups/room.ts'
import { engagementRoom, helperRoom } from './coordination/helpers/room.ts'
import { suggestionRoom } from './coordination/suggestions/room.ts'
import { numberingRoom } from './documents/numbering/room.ts'
import type { AnyRoom } from './engine/walk.ts'
import { accountRoom } from './identity/account-tables.ts'
import { organRoom } from './identity/organ-tables.ts'
import { exemplaryRoom } from './insight/exemplary/room.ts'
import { exemplaryUseRoom } from './insight/exemplary/using.ts'
import { pilotRoom } from './insight/pilots/room.ts'
import { themeRoom } from './insight/themes/room.ts'
import { ownershipRoom } from './leadership/ownership/room.ts'
import { readingRoom } from './leadership/reading/room.ts'
import { bookingRoom, receptionRoom } from './leadership/reception/room.ts'
import { visitRoom } from './leadership/visits/room.ts'
import { erasingRoom } from './mediation/erasing/room.ts'
import { intakeRoom } from './mediation/intake/room.ts'
import { mediationRoom } from './mediation/mediations/room.ts'
import { committeeRoom, mediatorRoom } from './mediation/mediators/room.ts'
import { referralRoom } from './mediation/referrals/room.ts'
import { reliefRoom } from './mediation/relief/room.ts'
import { petitionRoom } from './petition/room.ts'
import { type Config, ConfigRefused } from './platform/config.ts'
import { openDataFolder } from './platform/data-folder.ts'
import { readHouseFile } from './platform/house-file.ts'
import { Interrupted } from './platform/interrupted.ts'
import { type Jobs, openJobs } from './platform/jobs.ts'
import { type Log, openLog } from './platform/log.ts'
import { migrate, refuseUnmigrated } from './platform/migrate.ts'
import { type OpenPools, openPools } from './platform/pools.ts'
import { type Database, openDatabase } from './platform/postgres.ts'
import { disputeRoom } from './prevention/disputes/room.ts'
import { screeningRoom } from './prevention/screening/room.ts'
import { warningRoom } from './prevention/warnings/room.ts'
import { reportRoom } from './protection/room.ts'
import { figuresRoom } from './register/figures/room.ts'
import { gapRoom } from './register/gaps/gaps.ts'
import { bulletinRoom } from './supervision/bulletins/room.ts'
import { proposalRoom } from './supervision/proposals/room.ts'
import { supervisionRoom } from './supervision/room.ts'
import { taskRoom } from './tasks/room.ts'
import { type Answering, appOf, keepWorking, openRooms } from './wiring.ts'
import { establishmentRoom } from './workforce/establishment/room.ts'
import { secondmentRoom } from './workforce/secondments/room.ts'
import { courseRoom, enrolmentRoom } from './workforce/training/room.ts'

/** Everything that a verb of the command line or a server works with. The rooms are wired here and nowhere else. */
export interface House {
  readonly config: Config
  readonly database: Database
  readonly pools: OpenPools
  readonly log: Log
  close(): Promise<void>
}

/** A house that answers. */
export interface ServedHouse extends House {
  readonly jobs: Jobs
  readonly app: FastifyInstance
  readonly url: string
}

/** The rooms whose facts and rows `fsck` and `rebuild` know. */
export const rooms: readonly AnyRoom[] = [
  petitionRoom,
  ownershipRoom,
  reportRoom,
  supervisionRoom,
  letterRoom,
  proposalRoom,
  taskRoom,
  disputeRoom,
  mediatorRoom,
  committeeRoom,
  mediationRoom,
  referralRoom,
  reliefRoom,
  themeRoom,
  exemplaryRoom,
  exemplaryUseRoom,
  pilotRoom,
  secondmentRoom,
  courseRoom,
  enrolmentRoom,
  establishmentRoom,
  intakeRoom,
  erasingRoom,
  warningRoom,
  readingRoom,
  helperRoom,
  engagementRoom,
  callRoom,
  suggestionRoom,
  organRoom,
  accountRoom,
  gapRoom,
  figuresRoom,
  numberingRoom,
  calendarRoom,
  bulletinRoom,
  responsibilityRoom,
  receptionRoom,
  bookingRoom,
  visitRoom,
  screeningRoom,
  rosterRoom,
  itemRoom,
  meetingRoom,
  groupRoom,
]

/** Undoes what was opened, the last first, and goes on when one of them fails. */
type Undo = () => unknown

/** Opens the database of a data folder for one piece of work, beside a running house if there is one. */
export async function openHouse(config: Config, schema: 'migrate' | 'as-it-is' = 'as-it-is'): Promise<House> {
  const undo: Undo[] = []
  try {
    return await furnish(config, undo, async (database) => {
      if (schema === 'migrate') await migrate(database)
      else await refuseUnmigrated(database)
    })
  } catch (fault) {
    await unwind(undo)
    throw fault
  }
}

export interface Serving extends Answering {
  /** Settles when somebody wants the house down while it is still coming up. */
  readonly interrupted?: Promise<unknown>
}

/** Brings the house up and answers. `prepare` runs after the migrations and before anybody is let in. */
export async function serve(
  config: Config,
  prepare: (house: House) => Promise<void> = async () => {},
  { interrupted, ...answering }: Serving = {},
): Promise<ServedHouse> {
  const undo: Undo[] = []
  let wanted = true
  const unwanted = interrupted?.then(() => {
    wanted = false
    throw new Interrupted('told to stop while coming up')
  })
  unwanted?.catch(() => {})
  const goOn = () => {
    if (!wanted) throw new Interrupted('told to stop while coming up')
  }
  // filling the house is the one step that takes long; closing the house under it ends it
  const prepared = (house: House) => Promise.race([prepare(house), ...(unwanted ? [unwanted] : [])])
  try {
    return await bringUp(config, prepared, answering, undo, goOn)
  } catch (fault) {
    await unwind(undo)
    throw fault
  }
}

async function bringUp(
  config: Config,
  prepare: (house: House) => Promise<void>,
  answering: Answering,
  undo: Undo[],
  goOn: () => void,
): Promise<ServedHouse> {
  const house = await furnish(config, undo, async (database) => {
    if (!(await database.claimServing())) throw alreadyServed(config)
    await migrate(database)
  })
  goOn()
  await prepare(house)
  const jobs = await openJobs(house.database, house.log)
  undo.push(() => jobs.close())
  goOn()
  const rooms = await openRooms(house)
  undo.push(() => rooms.close())
  const app = await appOf(house, rooms, answering)
  undo.push(() => app.close())
  goOn()
  const url = await listen(app, config)
  const working = await keepWorking(house, rooms, jobs, url)
  undo.push(() => working.stop())
  announce(house, url)
  undo.push(() => rmSync(config.folder.houseFile, { force: true }))
  return { ...house, jobs, app, url, close: () => unwind(undo) }
}

async function furnish(config: Config, undo: Undo[], ready: (database: Database) => Promise<void>): Promise<House> {
  const folder = openDataFolder(config.folder.path)
  const { log, close } = openLog(config)
  undo.push(close)
  const onLost = (fault: unknown) => {
    log.fatal({ err: fault }, 'the database was lost and does not come back')
    process.exit(1)
  }
  const database = await openDatabase({ folder, url: config.databaseUrl, onLost })
  undo.push(() => database.close())
  await ready(database)
  const pools = openPools(database)
  undo.push(() => pools.close())
  return { config, database, pools, log, close: () => unwind(undo) }
}

async function listen(app: FastifyInstance, { host, port }: Config): Promise<string> {
  try {
    return await app.listen({ host, port })
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') throw new ConfigRefused(`port ${port} is in use: choose another with PORT or --port`)
    if (code === 'EACCES') throw new ConfigRefused(`port ${port} may not be opened by this user: choose one above 1023`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND')
      throw new ConfigRefused(`there is no address ${host} on this machine`)
    throw fault
  }
}

function alreadyServed(config: Config): ConfigRefused {
  const other = readHouseFile(config.folder)
  const where = other ? `: process ${other.pid} serves it at ${other.url}` : ''
  return new ConfigRefused(
    `${config.folder.path} is already served${where}. Stop that one first, or use another --data.`,
  )
}

function announce({ config, database }: House, url: string): void {
  const { host, port, database: name } = database.doorFor('app')
  const said = { pid: process.pid, url, startedAt: new Date().toISOString(), database: { host, port, name } }
  writeFileSync(config.folder.houseFile, `${JSON.stringify(said, null, 2)}\n`, { mode: 0o600 })
}

async function unwind(undo: Undo[]): Promise<void> {
  for (let step = undo.pop(); step; step = undo.pop()) {
    try {
      await step()
    } catch (fault) {
      process.stderr.write(`while closing: ${(fault as Error).message}\n`)
    }
  }
}
