/** 排查化解: a village mediator works without a network, and the township sees what came of it. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { signIn } from './desk.ts'
import { type Caller, expectThat, type Journey, type Stage } from './journey.ts'

const village = 'sheng.dashu'
const township = 'luo.jinxiu'
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(new Date())

interface AreaSeen {
  readonly area: string
  readonly standing: string
  readonly met: number
}

/** A campaign of the township, with a house to go to in the village. */
async function openedCampaign(stage: Stage): Promise<{ readonly screening: string; readonly area: string }> {
  const town = await stage.as(township)
  const title = '岁末邻里纠纷排查'
  const { places } = (await town.get('/api/screening-plan')) as unknown as { places: readonly { region: string }[] }
  const areas = places.map(({ region }) => region).filter((region) => region.length === 12)
  const { screening } = await town.post('/api/screenings', { title, brief: '逐户问一问', areas, due: today() })
  const own = (await (await stage.as(village)).get('/api/screening-reports')) as unknown as {
    items: readonly { screening: string; area: string }[]
  }
  const area = own.items.find((each) => each.screening === screening)?.area ?? ''
  expectThat(area !== '', 'the village to owe a report', own.items)
  const households = [{ household: crypto.randomUUID(), where: '二组水井旁第一家' }]
  await town.post(`/api/screenings/${screening}/assign`, { area, households })
  return { screening: screening as string, area }
}

/** A picture as small as they come. */
const onePixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

const waits = (page: Page, count: number) => page.getByText(`${count}条记录存在手机上，待发`).waitFor()
const allSent = (page: Page) => page.getByText('没有待发的记录').waitFor()

async function fill(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, typed] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(typed)
}

/** What happened, who asks, that it was settled there and then, with the signed record photographed. */
async function recordSettled(page: Page): Promise<void> {
  await page.getByRole('button', { name: '记一件纠纷' }).click()
  await page.getByLabel('哪次排查发现的').click()
  await page.getByRole('option', { name: '岁末邻里纠纷排查' }).or(page.getByTitle('岁末邻里纠纷排查')).last().click()
  await page.getByLabel('类别').fill('村务管理')
  await page.keyboard.press('Enter')
  await fill(page, {
    '什么事（一句话）': '两家争门前晒坝',
    经过和原因: '秋收晒谷，两家都把席子铺到对方门前',
    要求什么: '说定各晒哪一边',
    谁提出的: '冉开荣',
    '对方是谁（可不填）': '冉开贵',
  })
  await page.getByText('当场办结').click()
  await fill(page, { 怎么说定的: '以水沟为界，单日双日轮流', 签字时谁在场: '村妇女主任' })
  await page.getByLabel(/^签字记录的照片/).setInputFiles({ name: '记录.png', mimeType: 'image/png', buffer: onePixel })
  await page.getByText('1张照片').waitFor()
  await page.getByRole('button', { name: '记下', exact: true }).click()
}

/** The first answer is lost on the way back: the house has it, and the phone does not know. */
async function loseOneAnswer(page: Page): Promise<void> {
  await page.route(
    '**/api/disputes',
    async (route) => {
      await route.fetch()
      await route.abort()
    },
    { times: 1 },
  )
}

const disputesOf = async (caller: Caller) =>
  (
    (await caller.get('/api/disputes?scope=ours&limit=100')) as unknown as {
      items: readonly { dispute: string; title: string; stage: string }[]
    }
  ).items.filter(({ title }) => title === '两家争门前晒坝')

const mediator: Journey = {
  name: 'a village mediator records a dispute without network, settles it on the spot, and follows it up',
  device: 'telephone',
  async walk(page, stage) {
    const { screening, area } = await openedCampaign(stage)
    const own = await stage.as(village)
    const context = page.context()
    await signIn(page, stage.account(village))
    await page.getByRole('button', { name: /盛大树/ }).waitFor()
    await page.goto('/desk/screenings/reports')
    await page.getByText('岁末邻里纠纷排查').first().waitFor()
    await page.getByRole('button', { name: /^带到手机上/ }).click()
    await page.waitForURL('**/desk/field/village')
    await page.getByText('二组水井旁第一家').waitFor()
    const found = await findingsOn(page)
    expectThat(found.length === 0, 'the page of the village without findings', found)
    const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
    expectThat(tooWide <= 0, 'the page of the village to fit a phone', `${tooWide} px too wide`)

    await context.setOffline(true)
    await page.getByText('没有网络').waitFor()
    await page.reload()
    const house = page.getByRole('listitem').filter({ hasText: '二组水井旁第一家' })
    await house.getByRole('button', { name: '见到了' }).click()
    await waits(page, 1)
    await recordSettled(page)
    await waits(page, 3)
    await page.close()
    const again = await context.newPage()
    await again.goto('/desk/field/village')
    await waits(again, 3)
    expectThat((await disputesOf(own)).length === 0, 'nothing to have arrived yet')

    await loseOneAnswer(again)
    await context.setOffline(false)
    await again.getByRole('button', { name: '现在发送' }).click()
    await allSent(again)
    const [arrived, ...more] = await disputesOf(own)
    expectThat(arrived?.stage === 'settled' && more.length === 0, 'one dispute, settled', [arrived, ...more])

    // what arrived is read back, and can be followed up where there is no network again
    const card = again.locator('.field-case').filter({ hasText: '两家争门前晒坝' })
    const follow = card.getByRole('button', { name: '回访' })
    await follow.waitFor()
    await context.setOffline(true)
    await again.getByText('没有网络').waitFor()
    await follow.click()
    await again.getByLabel('本人怎么说（照原话记）').fill('照说定的晒，没有再吵')
    await again.getByRole('button', { name: '记下', exact: true }).click()
    await waits(again, 1)
    await context.setOffline(false)
    await allSent(again)
    const followed = (await own.get(`/api/disputes/${arrived?.dispute}`)) as unknown as {
      stage: string
      settlements: readonly { way: string; materials: readonly unknown[] }[]
      followUps: readonly { holds: boolean }[]
    }
    expectThat(followed.followUps.length === 1 && followed.followUps[0]?.holds === true, 'one following up', followed)
    expectThat(
      followed.settlements[0]?.way === 'onTheSpot' && followed.settlements[0].materials.length === 1,
      'the signed record beside it',
      followed.settlements,
    )

    // the township sees the place as reported, and the house as gone to
    const seen = (await (await stage.as(township)).get(`/api/screenings/${screening}`)) as unknown as {
      places: readonly AreaSeen[]
    }
    const place = seen.places.find((each) => each.area === area)
    expectThat(place?.standing === 'found' && place.met === 1, 'the place to have reported a dispute', place)
  },
}

export const villages: readonly Journey[] = [mediator]
