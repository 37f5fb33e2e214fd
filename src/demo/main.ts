/** Fills an empty house with the fictional prefecture: organs, people who can log in, and petitions at every stage. */
import { randomBytes } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseLogin } from '../identity/account-tables.ts'
import { actOnOrgan, type Office, openAccount } from '../identity/administration.ts'
import { firstDayOf, type Month, monthAfter, monthBefore, monthOf } from '../kernel/month.ts'
import type { House } from '../main.ts'
import type { FiguresHouse } from '../register/figures/house.ts'
import { publishFigures } from '../register/figures/publishing.ts'
import { findingReaction } from '../supervision/finding/reactions.ts'
import { openRooms } from '../wiring.ts'
import { layOutAssessment } from './assessing.ts'
import { playBulletins } from './bulletins.ts'
import { playConferences } from './conferences.ts'
import { playDisputes } from './disputes.ts'
import { playEstablishments } from './establishing.ts'
import { playExemplary } from './exemplary.ts'
import { loadFestival } from './festival.ts'
import { playHelpers, playMediationHelper, playScreeningHelper } from './helping.ts'
import { playMediations } from './mediating.ts'
import { playOwnerships } from './ownerships.ts'
import { demoPetitions } from './petitions.ts'
import { type Played, playPetitions } from './player.ts'
import { type DemoOrgan, demoOrgans } from './prefecture.ts'
import { playProposals } from './proposals.ts'
import { playReadings } from './readings.ts'
import { playReceptions } from './receiving.ts'
import { playReferrals } from './referring.ts'
import { recordResponsibilities } from './responsibility.ts'
import { playRises } from './rising.ts'
import { playScreenings } from './screenings.ts'
import type { SeedDemo } from './seeding.ts'
import { demoAccounts } from './staff.ts'
import { playSuggestions } from './suggesting.ts'
import { supervisionBeside } from './supervising.ts'
import { demoSupervision } from './supervision.ts'
import { playTasks } from './tasks.ts'
import { playTeam } from './team.ts'
import { playTopics } from './topics.ts'
import { playTraining } from './training.ts'
import { playVisits } from './visits.ts'
import { playPilots } from './works.ts'

const seeder = { kind: 'system', task: 'demo' } as const

export const seedDemo: SeedDemo = async (house, say) => {
  const rooms = await openRooms(house)
  try {
    await openOrgans(rooms.door)
    say(`  ${demoOrgans.length} organs / 机关单位 ${demoOrgans.length} 个`)
    const accounts = await openAccounts(rooms.door)
    say(`  ${demoAccounts.length} accounts / 账号 ${demoAccounts.length} 个`)
    const ids = new Map(accounts.map(({ login, id }) => [login, id]))
    const beside = supervisionBeside({
      ...{ matters: demoSupervision, today: rooms.petitions.today() },
      finding: (story) => findingReaction({ ...rooms.finding, ...story }),
    })
    const played = await playPetitions(rooms.petitions, demoPetitions, ids, beside)
    say(`  ${played.length} petitions / 信访事项 ${played.length} 件`)
    say(`  ${await playBulletins(rooms.bulletins, ids)} bulletins / 通报、报告`)
    say(`  ${await playProposals(rooms.petitions, played, ids)} proposals / 三项建议`)
    say(`  ${await playOwnerships(rooms.petitions, played, ids)} owned cases / 领导包案`)
    say(`  ${await playSuggestions(rooms.petitions, played, ids)} suggestions on calls / 人民建议征集`)
    say(`  ${await playDisputes(rooms.petitions, played, ids)} disputes in the ledger / 矛盾纠纷`)
    say(`  ${await playVisits(rooms.petitions, played, ids)} visits to villages / 下访`)
    say(`  ${await playScreenings(rooms.petitions, ids)} screening campaigns / 矛盾纠纷排查`)
    say(`  ${await playConferences(rooms.bulletins, played, ids)} items of a joint conference / 联席会议议题`)
    say(`  ${await playTasks(rooms.petitions, played, ids)} tasks / 落实事项`)
    say(`  ${await playReferrals(rooms.petitions, played, ids)} other ways of the law / 法定途径`)
    say(`  ${await playReadings(rooms.petitions, played, ids)} letters before leaders / 领导阅批`)
    say(`  ${await playHelpers(rooms.petitions, played, ids)} invitations of helpers / 邀请协助力量`)
    await playScreeningHelper(rooms.petitions, ids)
    say(`  acts of supervision / 督查督办 ${beside.acts.played} 次`)
    say(`  figures of / 统计数字：${(await publishPastMonths(rooms.figures)).join(', ')}`)
    say(`  letters of responsibility / 目标责任书：${(await layOutAssessment(rooms.petitions, ids)).join(', ')}`)
    say(`  festival of the prefecture / 本州节日：${await loadFestival(rooms.calendar, prefecture.region)}`)
    say(`  responsibilities / 责任人 ${await recordResponsibilities(rooms.petitions, ids)} 项`)
    say(`  ${await playRises(rooms.petitions, ids)} early warnings / 预警`)
    say(`  ${await playTopics(rooms.petitions, ids)} topics / 热点问题`)
    say(`  ${await playExemplary(rooms.petitions, played, ids)} exemplary cases / 典型案例`)
    say(`  ${await playPilots(rooms.petitions, ids)} pilots / 试点`)
    say(`  ${await playTeam(rooms.petitions, rooms.door, ids)} secondments / 选派挂职`)
    say(`  ${await playTraining(rooms.petitions, ids)} courses / 教育培训`)
    say(`  ${await playEstablishments(rooms.petitions, ids)} entries of what organs are allotted / 编制登记`)
    say(`  ${await playReceptions(rooms.petitions, ids)} reception days / 接访日`)
    say(`  ${await playMediations(rooms.petitions, ids)} mediations / 调解`)
    await playMediationHelper(rooms.petitions, ids)
    writeOut(house, accounts, played)
  } finally {
    rooms.close()
  }
}

const prefecture = demoOrgans.find(({ level, kind }) => level === 'prefecture' && kind === 'government') as DemoOrgan

const publishedMonths = 3

/** The figures of the months before this one, as they were published at their end in the story. */
async function publishPastMonths(figures: FiguresHouse): Promise<readonly string[]> {
  const months: Month[] = []
  for (let at = monthBefore(monthOf(figures.today())); months.length < publishedMonths; at = monthBefore(at))
    months.unshift(at)
  for (const month of months) {
    const on = firstDayOf(monthAfter(month))
    const story = { ...figures, today: () => on, now: () => `${on}T01:00:00.000Z` }
    expectDone(await publishFigures(story, { month, viewer: seeder, reason: null }), month)
  }
  return months
}

/** Those above come first in the list; what was merged is opened first and merged when its heir is there. */
async function openOrgans(office: Office): Promise<void> {
  for (const organ of demoOrgans) await open(office, organ)
  for (const { id, state, successors } of demoOrgans) {
    const [into] = successors
    if (state === 'merged' && into) expectDone(await actOnOrgan(office, id, { type: 'MergeOrgan', into }, seeder), id)
  }
}

async function open(office: Office, organ: DemoOrgan): Promise<void> {
  const { id, kind, level, region, parent, leadBy, nameZh, nameEn } = organ
  const body = { type: 'OpenOrgan', id, name: { zh: nameZh, en: nameEn }, kind, level, region, parent, leadBy } as const
  expectDone(await actOnOrgan(office, id, body, seeder), id)
}

interface OpenedAccount {
  readonly login: string
  readonly id: string
  readonly password: string
  readonly name: string
  readonly nameEn: string
  readonly organ: string
  readonly posts: readonly string[]
  readonly duty: string
}

/** Passwords are made here and are nowhere else but in what `writeOut` writes. */
async function openAccounts(office: Office): Promise<readonly OpenedAccount[]> {
  const opened: OpenedAccount[] = []
  for (const { account, nameZh, nameEn, organ, posts, duty } of demoAccounts) {
    const login = parseLogin(account)
    if (login === null) throw new Error(`not a login: ${account}`)
    const password = randomBytes(9).toString('base64url')
    const held = posts.map((post) => ({ organ, post }))
    const done = await openAccount(office, { login, name: nameZh, posts: held, password }, seeder)
    if (!done.ok) throw new Error(`no account for ${account}: ${JSON.stringify(done.error)}`)
    opened.push({ login: account, id: done.value.id, password, name: nameZh, nameEn, organ, posts, duty })
  }
  return opened
}

/** Who can log in, and with which keys the petitions can be followed: for the owner of the data folder alone. */
function writeOut(house: House, opened: readonly OpenedAccount[], petitions: readonly Played[]): void {
  const accounts = opened.map(({ id: _, ...account }) => account)
  const path = join(house.config.folder.path, 'demo-accounts.json')
  writeFileSync(path, `${JSON.stringify({ accounts, petitions }, null, 2)}\n`, { mode: 0o600 })
}

function expectDone(acted: { readonly ok: boolean; readonly error?: unknown }, what: string): void {
  if (!acted.ok) throw new Error(`the demo could not be laid out at ${what}: ${JSON.stringify(acted.error)}`)
}
