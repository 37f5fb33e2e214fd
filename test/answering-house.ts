/** The house's rooms behind their wire: a real database, real keys and files, staff with sessions, petitioners with keys. */

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { InjectOptions } from 'fastify'
import { afterAll } from 'vitest'
import { responsibilityRoutes } from '../src/assessment/responsibility/routes.ts'
import { assessmentRoutes } from '../src/assessment/routes.ts'
import { calendarRoutes } from '../src/calendar/routes.ts'
import { openCalendars } from '../src/calendar/shelf.ts'
import { callRoutes } from '../src/coordination/calls/routes.ts'
import { itemIssuer, meetingIssuer } from '../src/coordination/conference/paper-content.ts'
import { conferenceRoutes } from '../src/coordination/conference/routes.ts'
import { groupRoutes } from '../src/coordination/groups/routes.ts'
import { helperRoutes } from '../src/coordination/helpers/routes.ts'
import { suggestionRoutes } from '../src/coordination/suggestions/routes.ts'
import { documentRoutes } from '../src/documents/routes.ts'
import { keyGuard } from '../src/identity/key-guard.ts'
import { logIn } from '../src/identity/login.ts'
import { petitionerKeys } from '../src/identity/petitioner-key.ts'
import { identityRoutes } from '../src/identity/routes.ts'
import { identifier } from '../src/identity/viewer.ts'
import { exemplaryRoutes } from '../src/insight/exemplary/routes.ts'
import { pilotRoutes } from '../src/insight/pilots/routes.ts'
import { qualityRoutes } from '../src/insight/quality/routes.ts'
import { regularityRoutes } from '../src/insight/regularities/routes.ts'
import { repeatRoutes } from '../src/insight/repeats/routes.ts'
import { searchRoutes } from '../src/insight/search/routes.ts'
import { suggestedRoutes } from '../src/insight/suggested/routes.ts'
import { themeRoutes } from '../src/insight/themes/routes.ts'
import { topicRoutes } from '../src/insight/topics/routes.ts'
import { trendRoutes } from '../src/insight/trends/routes.ts'
import type { Post } from '../src/kernel/viewer.ts'
import { ownershipRoutes } from '../src/leadership/ownership/routes.ts'
import { readingIssuer } from '../src/leadership/reading/paper-content.ts'
import { readingRoutes } from '../src/leadership/reading/routes.ts'
import { receptionIssuer } from '../src/leadership/reception/paper-content.ts'
import { receptionRoutes } from '../src/leadership/reception/routes.ts'
import { visitRoutes } from '../src/leadership/visits/routes.ts'
import { erasingRoutes } from '../src/mediation/erasing/routes.ts'
import { intakeIssuer } from '../src/mediation/intake/paper-content.ts'
import { intakeRoutes } from '../src/mediation/intake/routes.ts'
import { mediationIssuer } from '../src/mediation/mediations/paper-content.ts'
import { mediationRoutes } from '../src/mediation/mediations/routes.ts'
import { mediatorRoutes } from '../src/mediation/mediators/routes.ts'
import { referralRoutes } from '../src/mediation/referrals/routes.ts'
import { reliefRoutes } from '../src/mediation/relief/routes.ts'
import { announcementRoutes } from '../src/petition/announcements.ts'
import { erasureRoutes } from '../src/petition/erasure-routes.ts'
import type { PetitionHouse } from '../src/petition/house.ts'
import { lawRoutes } from '../src/petition/law-routes.ts'
import { noticeQueue } from '../src/petition/outgoing.ts'
import { petitionRoutes } from '../src/petition/routes.ts'
import { sealedFiles } from '../src/platform/files/sealed-files.ts'
import { type AppOptions, buildApp } from '../src/platform/http/app.ts'
import type { AnyRoom } from '../src/platform/http/call.ts'
import { sessionCookie } from '../src/platform/http/credentials.ts'
import type { Method } from '../src/platform/http/endpoint.ts'
import { disputeRoutes } from '../src/prevention/disputes/routes.ts'
import { screeningRoutes } from '../src/prevention/screening/routes.ts'
import { warningRoutes } from '../src/prevention/warnings/routes.ts'
import { reportNotices } from '../src/protection/outgoing.ts'
import { protectionRoutes } from '../src/protection/routes.ts'
import { backupRoutes } from '../src/register/backup/routes.ts'
import { figuresRoutes, serveFigureFiles } from '../src/register/figures/routes.ts'
import { figureFolder } from '../src/register/figures/store.ts'
import { registerRoutes, serveLogFiles } from '../src/register/routes.ts'
import { bulletinIssuer } from '../src/supervision/bulletins/issuer.ts'
import { bulletinRoutes } from '../src/supervision/bulletins/routes.ts'
import { answerPrinting } from '../src/supervision/finding/prints.ts'
import { orderIssuer } from '../src/supervision/issuer.ts'
import { proposalIssuer } from '../src/supervision/proposals/paper-content.ts'
import { proposalRoutes } from '../src/supervision/proposals/routes.ts'
import { supervisionRoutes } from '../src/supervision/routes.ts'
import { taskRoutes } from '../src/tasks/routes.ts'
import { bulletinHouse, calendarHouse, searchHouse, suggestedHouse } from '../src/wiring.ts'
import { establishmentRoutes } from '../src/workforce/establishment/routes.ts'
import { fairnessRoutes } from '../src/workforce/fairness/routes.ts'
import { handbookRoutes } from '../src/workforce/handbook/routes.ts'
import { secondmentRoutes } from '../src/workforce/secondments/routes.ts'
import { enrolmentIssuer } from '../src/workforce/training/paper-content.ts'
import { trainingRoutes } from '../src/workforce/training/routes.ts'
import { workloadRoutes } from '../src/workforce/workload/routes.ts'
import { organ, testOffice } from './office.ts'
import { openTestHouse, testOrgans } from './petition-house.ts'

const origin = 'http://localhost:80'

/** Who asks: nobody, staff by the token of their session, or a petitioner by number and key. */
export type Asker = { readonly token: string } | { readonly number: string; readonly key: string } | null

export interface Registered {
  readonly number: string
  readonly keys: readonly { readonly person: string; readonly key: string }[]
  readonly organ: { readonly id: string }
  readonly receipt: string
}

export async function openAnsweringHouse(options: Pick<AppOptions, 'limits'> = { limits: 'off' }) {
  const office = await testOffice()
  for (const each of testOrgans) await office.openOrgan(each.id, each)
  const folder = mkdtempSync(join(tmpdir(), 'xinqiao-files-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  const keys = await petitionerKeys(office.vault)
  const files = await sealedFiles(folder, office.vault)
  const opened = await openTestHouse(office.database, '2026-11-23')
  const own: Pick<PetitionHouse, 'petitionerKey' | 'isKey'> = {
    petitionerKey: (seed) => keys.issue(seed),
    isKey: (key, digests) => keys.matches(key, digests) >= 0,
  }
  const house = Object.assign(opened, { files, tell: reportNotices(noticeQueue), ...own })
  const store = figureFolder(join(`${house.keyFolder}-register`, 'figures'))
  const figures = {
    app: house.app,
    work: house.work,
    register: house.register,
    store,
    directory: house.directory,
    today: () => house.today(),
    now: () => house.now(),
  }
  const bulletins = bulletinHouse(house)
  const search = searchHouse(house, house.vault)
  const suggested = suggestedHouse(house, (fault) => {
    throw fault
  })
  const shelf = await openCalendars(house.app)
  afterAll(() => shelf.close())
  const calendar = calendarHouse(house, house, shelf)
  const rooms: AnyRoom[] = [
    handbookRoutes(house, () => rooms),
    petitionRoutes(house),
    erasureRoutes(house),
    announcementRoutes(house),
    protectionRoutes(house),
    supervisionRoutes(house),
    assessmentRoutes(house),
    proposalRoutes(house),
    taskRoutes(house),
    mediationRoutes(house),
    referralRoutes(house),
    reliefRoutes(house),
    intakeRoutes(house),
    erasingRoutes(house),
    warningRoutes(house),
    trendRoutes(house),
    suggestedRoutes(suggested),
    topicRoutes(house),
    themeRoutes(house),
    qualityRoutes({ ...house, printing: answerPrinting(house.vault) }),
    exemplaryRoutes(house),
    regularityRoutes(house),
    trainingRoutes(house),
    pilotRoutes(house),
    secondmentRoutes(house),
    establishmentRoutes(house),
    workloadRoutes(house),
    fairnessRoutes(house),
    visitRoutes(house),
    disputeRoutes(house),
    screeningRoutes(house),
    readingRoutes(house),
    conferenceRoutes(bulletins),
    groupRoutes(bulletins),
    ownershipRoutes(house),
    receptionRoutes(house),
    mediatorRoutes(house),
    helperRoutes(house),
    callRoutes(house),
    suggestionRoutes(house),
    identityRoutes(office),
    registerRoutes(house.register),
    figuresRoutes(figures),
    lawRoutes(house),
    documentRoutes(house, [
      ...[orderIssuer(house), proposalIssuer(house), bulletinIssuer(bulletins), readingIssuer(house)],
      ...[
        meetingIssuer(bulletins),
        itemIssuer(bulletins),
        receptionIssuer(house),
        mediationIssuer(house),
        enrolmentIssuer(house),
      ],
      intakeIssuer(house),
    ]),
    bulletinRoutes(bulletins),
    calendarRoutes(calendar),
    responsibilityRoutes(house),
    searchRoutes(search),
    repeatRoutes(search),
    backupRoutes({
      app: office.database.app,
      settings: null,
      zone: 'Asia/Shanghai',
      now: () => new Date(office.now()),
    }),
  ]
  const app = await buildApp({
    version: '0.0.0',
    rooms,
    identify: identifier({
      pool: house.app,
      sessions: office.sessions,
      keys,
      guard: keyGuard(office.attempts),
      now: office.now,
    }),
    health: async () => ({ database: 'up', lag: {} }),
    digestSecret: Buffer.alloc(32, 7),
    files: (app) => {
      serveLogFiles(app, house.register)
      serveFigureFiles(app, figures)
    },
    ...options,
  })
  afterAll(() => app.close())

  const ask = async (who: Asker, method: Method, url: string, body?: object, more: object = {}) => {
    const headers = { ...headersOf(who), ...more }
    const asked: InjectOptions = { method, url, headers, ...(body === undefined ? {} : { payload: body }) }
    const answer = await app.inject(asked)
    const isJson = String(answer.headers['content-type']).includes('json')
    return { status: answer.statusCode, body: isJson ? answer.json() : null, answer }
  }

  let staffed = 0
  return {
    office,
    house,
    search,
    suggested,
    /** The figures of this house, and where their files lie. */
    figures,
    app,
    /** What the app serves, endpoint by endpoint. */
    rooms,
    ask,
    /** Somebody with these posts in an organ, logged in there. */
    async staffOf(of: string, ...posts: readonly Post[]): Promise<{ token: string; account: string }> {
      staffed += 1
      const login = `someone-${staffed}`
      const held = (posts.length > 0 ? posts : (['clerk'] as const)).map((post) => [of, post] as const)
      const { password } = await office.openStaff(login, held)
      const knocking = { address: `10.0.0.${staffed}`, browser: null, agent: 'other/other' }
      const entered = await logIn(office, { login, password, organ: organ(of), ...knocking })
      if (!entered.ok) throw new Error(entered.error.kind)
      return { token: entered.value.token, account: entered.value.account }
    },
    async register(body: object, who: Asker = null): Promise<Registered> {
      const { status, body: answer } = await ask(who, 'POST', '/api/petitions', { ...letter, ...body })
      if (status !== 201) throw new Error(`${status} ${JSON.stringify(answer)}`)
      return answer
    },
    /** A command that must succeed. */
    async act(who: Asker, number: string, segment: string, body: object): Promise<{ version: number; stage: string }> {
      const { status, body: answer } = await ask(who, 'POST', `/api/petitions/${number}/${segment}`, body)
      if (status !== 200) throw new Error(`${segment}: ${status} ${JSON.stringify(answer)}`)
      return answer
    },
    async upload(
      who: Asker,
      name: string,
      content: string,
    ): Promise<{ file: string; mediaType: string; bytes: number }> {
      const boundary = 'boundary-7'
      const payload = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: text/plain\r\n\r\n${content}\r\n--${boundary}--\r\n`
      const headers = { ...headersOf(who), 'content-type': `multipart/form-data; boundary=${boundary}` }
      const answer = await app.inject({ method: 'POST', url: '/api/files', headers, payload })
      if (answer.statusCode !== 200) throw new Error(answer.body)
      return answer.json()
    },
  }
}

function headersOf(who: Asker): Record<string, string> {
  if (who === null) return {}
  if ('token' in who) return { origin, cookie: `${sessionCookie}=${who.token}` }
  return { authorization: `Petition ${who.number}:${who.key}` }
}

/** The key of one petitioner of a registration. */
export function keyOf({ number, keys }: Registered, person = 'p1'): { number: string; key: string } {
  const held = keys.find((each) => each.person === person)
  if (!held) throw new Error(`no key of ${person}`)
  return { number, key: held.key }
}

export const letter = {
  place: '990101',
  title: '承包地面积少算',
  text: '一轮承包的时候是十二亩，现在证上只有九亩。',
  claims: ['重新丈量'],
  people: [{ name: '测试人', phone: '19900000001' }],
}
