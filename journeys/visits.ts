/** 下访: a leader takes cases to a village that has no network. */
import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { signIn } from './desk.ts'
import { type Caller, expectThat, type Journey, type Stage } from './journey.ts'
import { registerLetter } from './office.ts'

const leader = 'tan.wenbo'
const clerk = 'pu.gaofeng'
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())

interface Person {
  readonly account: string
  readonly name: string
  readonly organ: { readonly id: string }
}

/** A visit of today with one case, planned by the bureau and confirmed by the leader. */
async function plannedVisit(stage: Stage): Promise<{ readonly visit: string; readonly number: string }> {
  const bureau = await stage.as(clerk)
  const letter = { title: '承包地少算了三亩', claims: ['重新丈量'], name: '鄢守田', phone: '19900007701' }
  const { number } = await registerLetter(bureau, letter)
  const { leaders } = (await bureau.get('/api/visit-plan')) as unknown as { leaders: readonly Person[] }
  const goes = leaders.find(({ name }) => name === '谭文博')
  expectThat(goes !== undefined, '谭文博 among the leaders who can go', leaders)
  const plan = {
    day: today(),
    destination: '双溪镇落水村',
    leaders: [{ account: goes?.account, organ: goes?.organ.id }],
    cases: [
      { petition: number, spot: '落水村三组', meet: '鄢守田，村口小卖部旁', brief: '二轮延包时证上只写了九亩。' },
    ],
  }
  const { visit } = await bureau.post('/api/visits', { plan })
  await (await stage.as(leader)).post(`/api/visits/${visit}/confirm`, {})
  return { visit: visit as string, number }
}

/** A picture as small as they come. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

async function writeDown(
  page: Page,
  kind: string,
  fields: Readonly<Record<string, string>>,
  picture?: Buffer,
): Promise<void> {
  await page.getByRole('button', { name: kind, exact: true }).click()
  for (const [label, typed] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(typed)
  if (picture) {
    await page.getByLabel(/^照片/).setInputFiles({ name: '桥.png', mimeType: 'image/png', buffer: picture })
    await page.getByText('1张照片').waitFor()
  }
  await page.getByRole('button', { name: '记下', exact: true }).click()
}

/** Everything that lies in the browser, as somebody would find it who has the phone open. */
const atRest = (page: Page): Promise<string> =>
  page.evaluate<string>(`(async () => {
    const done = (asked) => new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result)
      asked.onerror = () => reject(asked.error)
    })
    const db = await done(indexedDB.open('xinqiao-offline'))
    const said = []
    for (const name of ['keys', 'sheets', 'entries'])
      for (const row of await done(db.transaction(name).objectStore(name).getAll()))
        said.push(name + JSON.stringify(row) + (row.sealed ? new TextDecoder().decode(row.sealed) : ''))
    db.close()
    return said.join(' ')
  })()`)

const entriesIn = async (bureau: Caller, visit: string) =>
  (await bureau.get(`/api/visits/${visit}`)).entries as readonly {
    readonly kind: string
    readonly text: string
    readonly materials: readonly { readonly name: string; readonly mediaType: string }[]
  }[]

const waits = (page: Page, count: number) => page.getByText(`${count}条记录存在手机上，待发`).waitFor()
const allSent = (page: Page) => page.getByText('没有待发的记录').waitFor()

async function goOffline(context: BrowserContext, page: Page): Promise<void> {
  await context.setOffline(true)
  await page.getByText('没有网络').waitFor()
}

async function takeAlong(page: Page, stage: Stage, visit: string): Promise<void> {
  await signIn(page, stage.account(leader))
  await page.getByRole('button', { name: /谭文博/ }).waitFor()
  await page.goto(`/desk/visits/${visit}`)
  await page.getByRole('button', { name: /^带走/ }).click()
  await page.waitForURL(`**/desk/field/visits/${visit}`)
  await page.getByRole('heading', { level: 1, name: '双溪镇落水村' }).waitFor()
}

/** The first answer is lost on the way back: the house has it, and the phone does not know. */
async function loseOneAnswer(page: Page): Promise<void> {
  await page.route(
    '**/api/visits/*/entry',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
}

const withoutNetwork: Journey = {
  name: 'takes cases to a village without network: what is written there outlives a reload, and arrives once',
  device: 'telephone',
  async walk(page, stage) {
    const { visit } = await plannedVisit(stage)
    const bureau = await stage.as(clerk)
    const context = page.context()
    await takeAlong(page, stage, visit)
    const found = await findingsOn(page)
    expectThat(found.length === 0, 'the page for the way without findings', found)
    const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    expectThat(tooWide <= 0, 'the page for the way to fit a phone', `${tooWide} px too wide`)

    await goOffline(context, page)
    await page.reload()
    await page.getByText('鄢守田，村口小卖部旁').waitFor()
    await writeDown(page, '见到了', { 见到了谁: '鄢守田和他儿子', 了解到什么: '东边地界有界石，证上没有算进去' })
    await waits(page, 1)
    await writeDown(page, '本人的话', { '本人对结果怎么说（照原话记）': '量清楚了我就没有意见' })
    await writeDown(page, '记下新问题', { 地点和问题: '村口的桥栏杆断了一截' }, onePixel)
    await waits(page, 3)
    await page.close()
    const again = await context.newPage()
    await again.goto(`/desk/field/visits/${visit}`)
    await waits(again, 3)
    await again.getByText('量清楚了我就没有意见').waitFor()
    const kept = await atRest(again)
    expectThat(!/鄢守田|界石|栏杆|落水村/.test(kept), 'nothing readable at rest', kept.match(/鄢守田|界石|栏杆|落水村/))
    expectThat(kept.includes('entries'), 'three boxes at rest', kept)
    expectThat((await entriesIn(bureau, visit)).length === 0, 'nothing to have arrived yet')

    // half an hour later the session is over, and the first answer is lost
    await context.clearCookies()
    await context.setOffline(false)
    await again.getByRole('button', { name: '重新登录后发送' }).click()
    await loseOneAnswer(again)
    const { login, password } = stage.account(leader)
    await again.getByLabel('登录名').fill(login)
    await again.getByLabel('密码', { exact: true }).fill(password)
    await again.keyboard.press('Enter')
    await again.getByRole('button', { name: '现在发送' }).click()
    await allSent(again)
    const arrived = await entriesIn(bureau, visit)
    expectThat(
      arrived.map(({ kind }) => kind).join() === 'met,word,heard',
      'each entry once, in the order in which it was written',
      arrived,
    )
    const picture = arrived[2]?.materials[0]
    expectThat(picture?.name === '桥.jpg' && picture.mediaType === 'image/jpeg', 'the photograph beside it', arrived[2])
  },
}

const concludedMeanwhile: Journey = {
  name: 'keeps what the house does not take, says why, and leaves nothing behind when signing out',
  device: 'telephone',
  async walk(page, stage) {
    const { visit, number } = await plannedVisit(stage)
    const bureau = await stage.as(clerk)
    const context = page.context()
    await takeAlong(page, stage, visit)
    await goOffline(context, page)
    await writeDown(page, '没见到', { 为什么没有见到: '去县城看病了，约了下周' })
    await waits(page, 1)
    const met = { kind: 'met', petition: number, at: today(), text: '本人来镇上了' }
    await bureau.post(`/api/visits/${visit}/entry`, { entry: randomUUID(), ...met })
    await bureau.post(`/api/visits/${visit}/conclude`, { report: '见到了本人' })
    await context.setOffline(false)
    await page.getByText('1条没有被接收').waitFor()
    await page.getByText(/没有被接收，仍存在手机上：.*已确认/).waitFor()
    await page.reload()
    await page.getByText('去县城看病了，约了下周').waitFor()

    // signing out would lose it, and asks
    await page.goto(`/desk/visits/${visit}`)
    const out = async () => {
      await page.getByRole('button', { name: /谭文博/ }).click()
      await page.getByRole('menuitem', { name: '退出登录' }).click()
    }
    await out()
    await page.getByRole('button', { name: '先不退出' }).click()
    await bureau.post(`/api/visits/${visit}/reopen`, { reason: '手机上还有一条' })
    await page.goto(`/desk/field/visits/${visit}`)
    await page.getByRole('button', { name: '再发一次' }).click()
    await page.getByText('1条没有被接收').waitFor({ state: 'detached' })
    const arrived = await entriesIn(bureau, visit)
    expectThat(arrived.length === 2, 'what was kept to have arrived', arrived)

    await page.goto(`/desk/visits/${visit}`)
    await out()
    await page.getByLabel('登录名').waitFor()
    expectThat((await atRest(page)) === '', 'nothing left on the phone', await atRest(page))
    const rest = await page.evaluate<readonly string[]>(`(async () => [
      ...(await caches.keys()),
      ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ])()`)
    expectThat(rest.length === 0, 'no page and no worker left on the phone', rest)
    await page.goto(`/desk/field/visits/${visit}`)
    await page.getByText('这部手机上没有这次下访的行程单').waitFor()
  },
}

export const visits: readonly Journey[] = [withoutNetwork, concludedMeanwhile]
