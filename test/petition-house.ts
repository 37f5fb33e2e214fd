import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { Bell } from '../src/engine/bell.ts'
import { accountsNamed, handlersIn, isColleague, isDeserted, leadsOf, namesOf } from '../src/identity/account-tables.ts'
import { blindIndex } from '../src/identity/blind-index.ts'
import { type KeyFolder, openKeyFolder } from '../src/identity/key-folder.ts'
import { petitionerKeys } from '../src/identity/petitioner-key.ts'
import { caseKeys } from '../src/identity/seal.ts'
import { type Day, day } from '../src/kernel/day.ts'
import type { OrganFacts, OrganId } from '../src/kernel/organ.ts'
import { wallTime } from '../src/kernel/wall-time.ts'
import { builtInCalendars } from '../src/law/calendars/shelf.ts'
import type { Directory, PetitionHouse } from '../src/petition/house.ts'
import { noticeJobs } from '../src/petition/outgoing.ts'
import { nationalLaw } from '../src/petition/world.ts'
import { folderStore } from '../src/register/log/folder-store.ts'
import { openRegister, type Register } from '../src/register/register.ts'
import type { FreshDatabase } from './database.ts'

const organ = (
  id: string,
  kind: OrganFacts['kind'],
  level: OrganFacts['level'],
  region: string,
  parent: string | null,
): OrganFacts => ({
  id: id as OrganId,
  kind,
  level,
  region,
  parent: parent as OrganId | null,
  leadBy: null,
  state: 'active',
  successors: [],
})

/** A small prefecture: enough for a petition to be sent, answered, reviewed and re-examined. */
export const testOrgans: readonly OrganFacts[] = [
  organ('province', 'government', 'province', '99', null),
  organ('prefecture', 'government', 'prefecture', '9901', 'province'),
  organ('prefecture.bureau', 'bureau', 'prefecture', '9901', 'prefecture'),
  organ('prefecture.land', 'department', 'prefecture', '9901', 'prefecture'),
  organ('prefecture.conference', 'conference', 'prefecture', '9901', 'prefecture'),
  organ('county', 'government', 'county', '990101', 'prefecture'),
  organ('county.bureau', 'bureau', 'county', '990101', 'county'),
  organ('county.land', 'department', 'county', '990101', 'county'),
  organ('county.labour', 'department', 'county', '990101', 'county'),
  organ('county.conciliation', 'mediationCentre', 'county', '990101', 'county'),
  organ('county.discipline', 'discipline', 'county', '990101', 'county'),
  organ('prefecture.party', 'party', 'prefecture', '9901', null),
  organ('county.party', 'party', 'county', '990101', 'prefecture.party'),
  organ('county.organisation', 'party', 'county', '990101', 'county.party'),
]

function testDirectory(): Directory {
  const byId = new Map(testOrgans.map((each) => [each.id, each]))
  return {
    find: (id) => byId.get(id),
    nameOf: (id) => ({ zh: id, en: id }),
    nameOn: (id) => ({ zh: id, en: id }),
    codeOf: (id) => `${id}信`,
    all: () => testOrgans,
    refresh: async () => undefined,
    countiesOf: () => ['990101'],
    bureauOf: (place) =>
      testOrgans
        .filter(({ kind, region }) => kind === 'bureau' && place.startsWith(region))
        .sort((a, b) => b.region.length - a.region.length)[0],
  }
}

export interface TestHouse extends PetitionHouse {
  readonly register: Register
  readonly vault: KeyFolder
  /** Where the keys lie. */
  readonly keyFolder: string
  /** Moves the house's calendar. */
  setToday(text: string): void
  setTime(text: string): void
}

/** Row security reads the organs from their table, whatever the program believes. */
async function seatOrgans({ work }: FreshDatabase): Promise<void> {
  const rows = testOrgans.map(({ id, kind, level, region, parent, state }) => ({
    ...{ stream_id: `organ:${id}`, id, name_zh: id, name_en: id, kind, level, region, parent, state },
    ...{ successors: [], opened_on: '2026-01-01', acts: 1 },
  }))
  await work.query(
    'insert into organ select * from json_populate_recordset(null::organ, $1::json) on conflict do nothing',
    [JSON.stringify(rows)],
  )
}

/** A petition room on a real database with real keys; only the day is the test's. */
export async function openTestHouse(database: FreshDatabase, today = '2026-03-02'): Promise<TestHouse> {
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-keys-'))
  afterAll(() => {
    for (const each of [folder, `${folder}-register`]) rmSync(each, { recursive: true, force: true })
  })
  const vault = await openKeyFolder(folder)
  const keys = await petitionerKeys(vault)
  await seatOrgans(database)
  let now: Day = day(today)
  let shown = wallTime('09:00')
  const clock = () => new Date(`${now}T09:00:00.000Z`).toISOString()
  const { app, work } = database
  const register = await openRegister({
    ...{ app, work, vault, store: folderStore(`${folder}-register`), publicUrl: null, witnesses: [], now: clock },
  })
  return {
    register,
    receiptSigner: register.receiptSigner,
    proofOf: register.proofOf,
    vault,
    keyFolder: folder,
    app: database.app,
    work: database.work,
    bell: new Bell(),
    keys: caseKeys(vault),
    blind: blindIndex(vault),
    directory: testDirectory(),
    laws: nationalLaw,
    calendars: builtInCalendars,
    files: undefined as never,
    staffNames: (accounts) => namesOf(database.app, accounts),
    isColleague: (account, of) => isColleague(database.app, account, of, now),
    handlersIn: (of) => handlersIn(database.app, of, now),
    leadsOf: (accounts) => leadsOf(database.app, accounts, now),
    isDeserted: (of, keptOut) => isDeserted(database.app, of, keptOut, now),
    accountsNamed: (said, of) => accountsNamed(database.app, said, of),
    petitionerKey: (seed) => keys.issue(seed),
    isKey: (key, digests) => keys.matches(key, digests) >= 0,
    outgoing: noticeJobs,
    today: () => now,
    time: () => shown,
    now: clock,
    setToday: (text) => {
      now = day(text)
    },
    setTime: (text) => {
      shown = wallTime(text)
    },
  }
}
