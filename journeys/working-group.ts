/**
 * 专项工作小组: the office of a conference puts people of two organs together; they see just that petition and nobody beside them does; the lead,
 * of an organ of their own, has a task done and ends the group with a report, and with that what it was shown.
 */
import type { Locator, Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { choose, sitDown } from './desk.ts'
import { type Caller, expectThat, type Journey, type Stage } from './journey.ts'
import { act, registerLetter } from './office.ts'

/** The lead, somebody beside them, and whoever has the petition. */
const [office, lead, beside, holder] = ['pang.zhenghe', 'lei.guoliang', 'kuang.tian', 'cen.baishan']
const name = '村道塌方治理专项工作小组'
const looksAtMost = 60
const lookEveryMs = 1000

/** With the transport office, and before the conference, whose office so may know of it. */
async function broughtBefore(stage: Stage): Promise<string> {
  const bureau = await stage.as('pu.gaofeng')
  const letter = { title: '村道塌方两年没有修', claims: ['修复村道'], name: '容阿妹', phone: '19900007403' }
  const { number } = await registerLetter(bureau, letter)
  await act(bureau, number, 'transfer', { to: 'qingping.transport' })
  const item = await bureau.post('/api/conference-items', {
    ...{ conference: 'qingping.conference', kind: 'hardCase', title: '村道塌方治理', petitions: [number] },
    paper: '塌方涉及地质、公路两家，请联席会议协调。',
  })
  await (await stage.as(office)).post(`/api/conference-items/${item.item}/accept`, {})
  return number
}

/** What happens a moment later, by the house's own readers. */
async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let look = 0; look < looksAtMost; look += 1) {
    if (await isSo()) return
    await new Promise((done) => setTimeout(done, lookEveryMs))
  }
  throw new Error(`it never came to be: ${what}`)
}
const sees = (who: Caller, number: string): Promise<boolean> =>
  who.get(`/api/petitions/${number}`).then(
    () => true,
    () => false,
  )

async function looksClean(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

async function choosePerson(page: Page, fields: Locator, organ: string, person: string): Promise<void> {
  await choose(fields, '单位', organ)
  await fields.getByRole('combobox', { name: '人员' }).click()
  await page.getByTitle(person, { exact: true }).last().click()
}

async function found(page: Page, number: string): Promise<void> {
  await page.goto('/desk/conferences/groups')
  await page.getByRole('link', { name: '成立小组' }).click()
  await page.getByRole('heading', { level: 1, name: '成立小组' }).waitFor()
  await page.getByLabel('小组名称').fill(name)
  await page.getByLabel('工作任务').fill('查明塌方原因，拿出治理方案，期满前当面告知信访人。')
  await page.getByLabel('信访事项').fill(number)
  await choosePerson(page, page.getByRole('group', { name: '组长' }), '青坪县自然资源和规划局', '雷国梁')
  await choosePerson(page, page.getByRole('group', { name: '成员' }), '青坪县交通运输局', '岑百山')
  const day = page.getByLabel('期限')
  await day.fill(inDays(30))
  await day.press('Tab')
  await looksClean(page, 'the form of a working group')
  await page.getByRole('button', { name: '成立小组' }).click()
  await page.getByRole('heading', { level: 1, name }).waitFor()
}

const inDays = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(new Date(Date.now() + days * 86_400_000))

/** By the lead, on a phone, to the other organ of the group. */
async function giveTask(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: '交办任务', exact: true }).click()
  const dialog = phone.getByRole('dialog', { name: '交办任务' })
  await dialog.getByRole('combobox', { name: '单位' }).click()
  await phone.getByTitle('青坪县交通运输局', { exact: true }).last().click()
  await dialog.getByLabel('任务内容').fill('两日内设置警示标志，清出便道。')
  const day = dialog.getByLabel('完成期限')
  await day.fill(inDays(2))
  await day.press('Tab')
  await dialog.getByRole('button', { name: '交办任务', exact: true }).click()
  await phone.getByText('已记录：交办任务').first().waitFor()
}

interface Line {
  readonly task: string
  readonly what: string | null
}

/** Reported by whoever does it, and closed by whoever leads the conference. */
async function doTask(stage: Stage, group: string): Promise<void> {
  const [doer, head] = [await stage.as(holder), await stage.as(office)]
  const lines = async () =>
    ((await doer.get(`/api/task-lines?of=group:${group}`)) as unknown as { items: readonly Line[] }).items
  await until('the task is given', async () => (await lines()).length === 1)
  const [line] = await lines()
  const report = { result: 'done', report: '标志已设，便道已通。', materials: [] }
  await doer.post(`/api/tasks/${line?.task}/report`, report)
  await head.post(`/api/tasks/${line?.task}/close`, { note: null })
}

async function dissolve(phone: Page): Promise<void> {
  const action = '提交工作报告并解散'
  await phone.getByRole('button', { name: action, exact: true }).click()
  const dialog = phone.getByRole('dialog', { name: action })
  await dialog.getByLabel('工作报告').fill('塌方治理方案已经批复，便道已通，已当面告知信访人。')
  await dialog.getByRole('button', { name: action, exact: true }).click()
  await phone.getByText(`已记录：${action}`).first().waitFor()
}

export const workingGroups: readonly Journey[] = [
  {
    name: 'a special working group works and ends',
    device: 'desk',
    async walk(page, stage) {
      const [number, other] = [await broughtBefore(stage), await broughtBefore(stage)]
      const [leading, colleague, knowing] = [await stage.as(lead), await stage.as(beside), await stage.as(office)]
      await until('the office of the conference may know of it', async () => sees(knowing, number))
      expectThat(!(await sees(leading, number)), 'the petition shown to nobody before there is a group', number)

      await sitDown(page, stage, office)
      await found(page, number)
      await looksClean(page, 'the page of a working group')
      const group = new URL(page.url()).pathname.split('/').at(-1) ?? ''

      await until('the lead sees it', async () => sees(leading, number))
      expectThat(!(await sees(leading, other)), 'no other petition shown to the lead', other)
      expectThat(!(await sees(colleague, number)), 'nobody beside the lead to see it', number)
      const refused = await colleague.get(`/api/working-groups/${group}`).catch(() => null)
      expectThat(refused === null, 'the group to be nothing to whoever is not in it', refused)

      const phone = await stage.newPage('telephone')
      await sitDown(phone, stage, lead)
      await phone.goto(`/desk/conferences/groups/${group}`)
      await phone.getByRole('heading', { level: 1, name }).waitFor()
      await phone
        .getByRole('main')
        .getByRole('link', { name: /^\d{4}-\d{4}-\d{4}-\d{3}$/ })
        .first()
        .waitFor()
      await looksClean(phone, 'a working group on a telephone')
      await giveTask(phone)
      await doTask(stage, group)
      await phone.reload()
      await dissolve(phone)
      await phone.getByText('塌方治理方案已经批复').first().waitFor()
      await phone.context().close()

      await until('the lead sees it no longer', async () => !(await sees(leading, number)))
      await page.goto('/desk/conferences/groups?shelf=dissolved')
      await page.getByRole('link', { name }).first().waitFor()
    },
  },
]
