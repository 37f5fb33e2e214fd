/** 承办单位: who has to answer, with a clock running. */
import type { Locator, Page } from 'playwright-core'
import { begin, openPetition, send, sitDown, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { acceptAndHear, act, read, registerLetter } from './office.ts'

interface Routed {
  readonly title: string
  readonly claims: readonly string[]
  readonly to: string
  readonly phone: string
}

/** A letter that the county bureau has sent to an organ. */
async function routed(stage: Stage, { title, claims, to, phone }: Routed): Promise<string> {
  const bureau = await stage.as('pu.gaofeng')
  const { number } = await registerLetter(bureau, { title, claims, name: '龚永贵', phone })
  await act(bureau, number, 'transfer', { to })
  return number
}

const objects: Journey = {
  name: 'objects in time to what is not its own, and the bureau takes it back',
  device: 'desk',
  async walk(page, stage) {
    const number = await routed(stage, {
      title: '山上放炮采石震裂了房子',
      claims: ['停止放炮', '赔偿裂缝的损失'],
      to: 'qingping.transport',
      phone: '19900007201',
    })
    await sitDown(page, stage, 'cen.baishan')
    const work = page
      .getByRole('table', { name: '待办' })
      .getByRole('row')
      .filter({ hasText: spoken(number) })
    await work.filter({ hasText: '书面告知（转送、交办）' }).getByRole('link').click()
    await page.getByRole('heading', { level: 3, name: '对转送、交办提出异议' }).waitFor()
    const form = await begin(page, '提出异议')
    await form.getByLabel('理由').fill('采石场的许可和监管由自然资源部门负责，不属于交通运输部门的职责。')
    await send(page, form, '提出异议')
    await page.getByText('承办单位有异议').first().waitFor()
    await agreeAtTheBureau(await stage.newPage('desk'), stage, number)
  },
}

async function agreeAtTheBureau(page: Page, stage: Stage, number: string): Promise<void> {
  await sitDown(page, stage, 'pu.gaofeng')
  await openPetition(page, number)
  await page.getByText('采石场的许可和监管由自然资源部门负责，不属于交通运输部门的职责。').first().waitFor()
  const form = await begin(page, '同意退回')
  await form.getByLabel('备注').fill('异议成立，改送自然资源和规划局。')
  await send(page, form, '同意退回')
  await page.getByText('由青坪县信访局办理').waitFor()
  await page.getByRole('heading', { level: 3, name: '退回后重新转送、交办' }).waitFor()
  await page.context().close()
}

async function accept(page: Page): Promise<void> {
  const form = await begin(page, '受理并告知')
  await form.getByLabel('处理途径和程序').fill('调查核实后，六十日内出具信访处理意见书。')
  await send(page, form, '受理并告知')
  await page.getByText('受理告知书').first().waitFor()
}

async function hear(page: Page): Promise<void> {
  await page.keyboard.press('c')
  const form = page.getByRole('dialog', { name: '记录联系信访人' })
  await form.getByLabel('联系情况').fill('到现场看了界址，听取了信访人陈述的事实和理由。')
  await form.getByRole('radio', { name: '是', exact: true }).check()
  await send(page, form, '记录联系信访人')
}

const answerOf = (form: Locator, at: number): Locator => form.getByRole('group', { name: `第 ${at} 项请求` })

/** A claim left out is refused by its number and by the article, and nothing is sent; then it is answered. */
async function answerAll(page: Page): Promise<void> {
  const form = await begin(page, '出具处理意见书')
  await form.getByLabel('事实和理由').fill('经查，测绘图与原协议一致，第三户的面积少算了0.4亩。')
  await form.getByLabel('法律、法规、政策依据').fill('《中华人民共和国土地管理法》第四十八条。')
  await answerOf(form, 1).getByRole('radio', { name: '不予支持' }).check()
  await answerOf(form, 1).getByLabel('答复内容').fill('界址与登记一致，不予变更。')
  await form.press('Control+Enter')
  await answerOf(form, 2).getByText('第 2 项请求尚未答复：各项请求应当逐一答复（条例第三十二条）').first().waitFor()
  await answerOf(form, 2).getByRole('radio', { name: '解释说明' }).check()
  await answerOf(form, 2).getByLabel('答复内容').fill('少算的面积已经更正，补偿随下一批发放，依据当面说明。')
  await send(page, form, '出具处理意见书', 'asked once more')
}

/** With its number, as a Word document and as the page that is printed. */
async function takeTheOpinion(page: Page): Promise<void> {
  const papers = page.locator('section').filter({ has: page.getByRole('heading', { name: '文书', exact: true }) })
  await papers
    .getByText(/信处〔\d{4}〕\d+号/)
    .first()
    .waitFor()
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    papers.getByRole('link', { name: '下载 Word：信访处理意见书' }).click(),
  ])
  expectThat(file.suggestedFilename().endsWith('.docx'), 'a Word document', file.suggestedFilename())
  const [sheet] = await Promise.all([
    page.context().waitForEvent('page'),
    papers.getByRole('link', { name: '打印：信访处理意见书' }).click(),
  ])
  await sheet.getByRole('heading', { level: 1, name: '信访处理意见书' }).waitFor()
  await sheet
    .getByText(/请求复查的最后一日为/)
    .first()
    .waitFor()
  await sheet.close()
}

async function serve(page: Page): Promise<void> {
  await page.getByText('尚未送达').first().waitFor()
  await page.keyboard.press('s')
  const form = page.getByRole('dialog', { name: '送达' })
  await form.getByLabel('签收人和签收情况').fill('龚永贵本人在家中签收。')
  await send(page, form, '送达')
  await page.getByText('意见已送达').first().waitFor()
  await page.getByRole('heading', { level: 3, name: '请求复查' }).waitFor()
}

const answers: Journey = {
  name: 'accepts, hears, answers every claim, serves the opinion, and has it as a numbered paper',
  device: 'desk',
  async walk(page, stage) {
    const number = await routed(stage, {
      title: '林地界址被邻村越过',
      claims: ['重新确认界址', '补发少算面积的补偿'],
      to: 'qingping.natural-resources',
      phone: '19900007202',
    })
    await sitDown(page, stage, 'kuang.tian')
    await openPetition(page, number)
    await accept(page)
    await hear(page)
    await answerAll(page)
    await serve(page)
    const { stage: now } = await read(await stage.as('kuang.tian'), number)
    expectThat(now === 'served', 'the petition to be served', now)
    await takeTheOpinion(page)
  },
}

const typed = '核对了三户的测绘图，第三户的面积少算了0.4亩，下周到现场复测。'

const tooLate: Journey = {
  name: 'is told that a colleague was faster, and keeps what was typed',
  device: 'desk',
  async walk(page, stage) {
    const number = await routed(stage, {
      title: '宅基地证一直不办',
      claims: ['办理宅基地使用权证'],
      to: 'qingping.natural-resources',
      phone: '19900007203',
    })
    await sitDown(page, stage, 'kuang.tian')
    await openPetition(page, number)
    const form = await begin(page, '记录联系信访人')
    await form.getByLabel('联系情况').fill(typed)
    await acceptAndHear(await stage.as('lei.guoliang'), number)
    await form.press('Control+Enter')
    await form.getByText('您打开之后，有人办理过这件信访事项').waitFor()
    await form.getByRole('button', { name: '重新读取' }).press('Enter')
    await page.getByText('受理告知书').first().waitFor()
    const kept = await form.getByLabel('联系情况').inputValue()
    expectThat(kept === typed, 'what was typed to be there still', kept)
    await send(page, form, '记录联系信访人')
    await page.getByText(typed).first().waitFor()
  },
}

export const organ: readonly Journey[] = [objects, answers, tooLate]
