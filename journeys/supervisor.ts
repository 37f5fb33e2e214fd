/** 督查督办: what a perfunctory answer leads to, from what the rules found to the public board and off it again. */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { begin, choose, send, sitDown, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { acceptAndHear, act, read, registerLetter, serveElectronically } from './office.ts'
import { arrive, enter, see } from './portal.ts'

interface Answered {
  readonly number: string
  readonly title: string
  readonly key: string
}

/** A petition that was answered with next to nothing. */
async function perfunctory(stage: Stage): Promise<Answered> {
  const title = '渠道塌方三年没人修，二十户的田浇不上水'
  const bureau = await stage.as('pu.gaofeng')
  const organ = await stage.as('kuang.tian')
  const { number, keys } = await registerLetter(bureau, {
    ...{ title, claims: ['修复塌方的渠道', '说明为什么三年没有修'] },
    ...{ name: '屈望田', phone: '19900007401' },
  })
  await act(bureau, number, 'transfer', { to: 'qingping.natural-resources' })
  await acceptAndHear(organ, number)
  const { claims } = await read(organ, number)
  await act(organ, number, 'issue-opinion', {
    facts: '情况属实。',
    legalBasis: '按有关规定办理。',
    answers: claims.map(({ ref }) => ({ claim: ref, outcome: 'explained', answer: '已知悉，感谢您的来信。' })),
    remedy: '不服本意见的，可以自收到之日起30日内请求上一级机关复查。',
  })
  await serveElectronically(organ, number, 'handlingOpinion')
  return { number, title, key: keys[0]?.key ?? '' }
}

const looksAtMost = 30
const lookEveryMs = 1000

/** The rules look by themselves, a moment after it happened. */
async function untilFound(page: Page, title: string): Promise<Locator> {
  const row = page.getByRole('listitem').filter({ hasText: title })
  for (let look = 0; look < looksAtMost; look += 1) {
    await page.goto('/desk/supervision?view=candidates&rule=emptyAnswer')
    await page.getByRole('button', { name: '全部规则' }).waitFor()
    if ((await row.count()) > 0) return row.first()
    await page.waitForTimeout(lookEveryMs)
  }
  throw new Error(`the rules found nothing in ${title}`)
}

/** With the keyboard, in the row where it stands. */
async function confirm(page: Page, { title }: Answered): Promise<void> {
  const row = await untilFound(page, title)
  await row.getByText('答复空洞').waitFor()
  await row.getByRole('link').first().focus()
  await page.keyboard.press('c')
  await page.getByLabel('说明（可以不填）').fill('两项请求一项也没有回答，渠道修不修、什么时候修都没有说。')
  await page.keyboard.press('Control+Enter')
  await page.getByText('已记录：认定').waitFor()
}

async function refer(page: Page, { number }: Answered): Promise<void> {
  await page.goto(`/desk/supervision/${number}`)
  await page.getByText('已认定').first().waitFor()
  const form = await begin(page, '提请督查')
  await choose(form, '提请哪个机关', '云栖州信访工作联席会议')
  await form.getByLabel('说明').fill('春耕在即，请联席会议挂牌督办。')
  await send(page, form, '提请督查')
}

const criteria = ['塌方的渠道修通，二十户的田浇上水', '向信访人逐条说明并重新送达']

/** Whoever was asked finds it at home, and lists it. */
async function list(page: Page, stage: Stage, { number }: Answered): Promise<void> {
  await sitDown(page, stage, 'zhu.yanqing')
  // the petition itself is not open to the conference, so it is found by its number
  await page.getByRole('link', { name: new RegExp(spoken(number)) }).click()
  await page.getByRole('heading', { level: 1, name: `信访事项 ${spoken(number)}` }).waitFor()
  const form = await begin(page, '发出督办')
  await form.getByRole('radio', { name: '挂牌督办' }).check()
  await form.getByLabel('反馈期限').fill(inDays(20))
  await form.getByLabel('反馈期限').press('Enter')
  await form.getByLabel('要求（承办单位会看到）').fill('立即抢修渠道，修好之前用水泵送水；逐条答复信访人。')
  await form.getByLabel('销号标准，一行一条').fill(criteria.join('\n'))
  await send(page, form, '发出督办')
  await page.getByText('销号标准 已达到 0/2').waitFor()
}

/** The order is a numbered letter of whoever opened it, to read, to print and to take home. */
async function readLetter(page: Page): Promise<void> {
  await page
    .getByText(/信挂督〔\d{4}〕\d+号/)
    .first()
    .waitFor()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载 Word：挂牌督办通知书' }).click(),
  ])
  expectThat(
    /^挂牌督办通知书 .+\.docx$/.test(download.suggestedFilename()),
    'a Word document',
    download.suggestedFilename(),
  )
  await page.getByRole('link', { name: '挂牌督办通知书', exact: true }).click()
  for (const criterion of criteria) await page.getByText(criterion).first().waitFor()
  await page.getByText('《信访工作条例》第三十九条第三款').first().waitFor()
  await page.goBack()
  await page.getByText('销号标准 已达到 0/2').waitFor()
}

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** On a telephone, from the list of what there is to do. */
async function report(page: Page, stage: Stage, { title }: Answered): Promise<void> {
  await sitDown(page, stage, 'kuang.tian')
  await page.getByRole('region', { name: '上级督办' }).getByRole('link').first().click()
  await page.getByRole('link', { name: new RegExp(title) }).click()
  await page.getByRole('button', { name: '反馈办理情况', exact: true }).click()
  const form = page.getByRole('dialog', { name: '反馈办理情况' })
  await form.getByLabel('办理情况').fill('抢修队昨天进场，今早渠道通水，二十户都浇上了。已经上门逐条说明。')
  const found = await findingsOn(page)
  expectThat(found.length === 0, 'the form on a telephone without findings', found)
  await form.getByRole('button', { name: '反馈办理情况' }).click()
  await page.getByText('已记录：反馈办理情况').waitFor()
  await page.context().close()
}

async function ask(page: Page): Promise<void> {
  await page.reload()
  const form = await begin(page, '委托回访')
  await choose(form, '由哪个单位回访', '双溪镇人民政府')
  await form.getByLabel('请信访人回答什么').fill('田里浇上水了吗？有没有人上门逐条说明？')
  await send(page, form, '委托回访')
}

async function verifyAndClose(page: Page): Promise<void> {
  await page.reload()
  await page.getByText('信访人说：已经解决').first().waitFor()
  const verify = await begin(page, '核实')
  await verify.getByRole('radio', { name: '回访信访人' }).check()
  for (const text of criteria) await verify.getByRole('checkbox', { name: text }).check()
  await verify.getByLabel('核实情况').fill('镇政府上门回访，田里有水，说明也听懂了。')
  await send(page, verify, '核实')
  await page.getByText('销号标准 已达到 2/2').waitFor()
  const close = await begin(page, '销号、摘牌')
  await close.getByLabel('结论').fill('标准全部达到，摘牌。')
  await send(page, close, '销号、摘牌')
  await page.getByText('摘牌', { exact: true }).first().waitFor()
}

/** No number, no name, no word of it: who has to put what kind of thing right, where, and until when. */
async function everybodySees(page: Page, heading: string, title: string): Promise<void> {
  await page.goto('/listed-matters')
  await arrive(page, '挂牌督办公示')
  const section = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: heading }) })
  await section.getByText('承办单位：青坪县自然资源和规划局').first().waitFor()
  const text = (await page.getByRole('main').textContent()) ?? ''
  expectThat(!text.includes(title) && !text.includes('屈望田'), 'nothing of the petition in public', text)
}

const putRight: Journey = {
  name: 'a perfunctory answer becomes a listed order and is put right',
  device: 'desk',
  async walk(page, stage) {
    const petition = await perfunctory(stage)
    await sitDown(page, stage, 'chu.mingyue')
    await confirm(page, petition)
    await refer(page, petition)
    const conference = await stage.newPage('desk')
    await list(conference, stage, petition)
    await readLetter(conference)
    const found = await findingsOn(conference)
    expectThat(found.length === 0, 'the page of a matter without findings', found)
    const everybody = await stage.newPage('telephone')
    await everybodySees(everybody, '正在挂牌', petition.title)
    await report(await stage.newPage('telephone'), stage, petition)
    await ask(conference)
    const township = await stage.as('luo.jinxiu')
    const word = { order: 'o1', says: 'done', words: '水来了，人也来说过了。' }
    await township.post(`/api/supervision/matters/${petition.number}/word`, word)
    await enter(everybody, { number: petition.number, key: petition.key })
    await see(everybody, '上级正在督办这件事')
    await verifyAndClose(conference)
    await everybodySees(everybody, '已经摘牌', petition.title)
    await Promise.all([conference.context().close(), everybody.context().close()])
  },
}

export const supervisor: readonly Journey[] = [putRight]
