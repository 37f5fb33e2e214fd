/** 信访人 and whoever hears a report: past the office, to the level above, and one level higher. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { goThroughMenu, sitDown, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { act, registerLetter } from './office.ts'
import { arrive, enter, goTo, press, see } from './portal.ts'

const letter = { title: '村道占了我家八分水田', claims: ['重新丈量'], name: '石秀梅', phone: '19900007011' }
const pressed = '昨天有人到家里来，要我把信撤回去，说不撤就别想办低保。'
const answer = '已经查清是谁上门，责令其当面道歉。撤回不撤回由您自己决定。'

/** A petition in the hands of the county's land office, followed by its petitioner. */
async function followed(page: Page, stage: Stage): Promise<string> {
  const bureau = await stage.as('pu.gaofeng')
  const { number, keys } = await registerLetter(bureau, letter)
  await act(bureau, number, 'transfer', { to: 'qingping.natural-resources' })
  await enter(page, { number, key: keys[0]?.key ?? '' })
  await arrive(page, letter.title)
  return number
}

async function report(page: Page): Promise<void> {
  await goTo(page, '越过办理单位，向上反映')
  await arrive(page, '越过办理单位，向上反映')
  await see(page, '您还没有向上反映过。')
  await goTo(page, '向上反映')
  await arrive(page, '向上反映')
  await press(page, '提交')
  await see(page, '请写一下经过')
  await page.getByRole('radio', { name: /^施压/ }).check()
  await page.getByLabel('说说经过').fill(pressed)
  await lookOver(page)
  await press(page, '提交')
  await see(page, /已经送到上级/)
  await press(page, '看我反映的情况')
  await see(page, '云栖州信访局')
  await page.getByText('为什么是这一天').first().click()
  await see(page, '本系统约定（ADR 0016）')
  await lookOver(page)
}

/** At the desk of the level above: received, looked into, answered. */
async function hear(stage: Stage, number: string): Promise<void> {
  const page = await stage.newPage('desk')
  await sitDown(page, stage, 'mu.qinghe')
  await goThroughMenu(page, '保护线索')
  await page.getByRole('heading', { level: 1, name: '保护线索' }).waitFor()
  await page
    .getByRole('row')
    .filter({ hasText: spoken(number) })
    .getByRole('link')
    .click()
  await see(page, pressed)
  await see(page, '本机关没有参与这件信访事项')
  expectThat((await page.getByText(letter.title).count()) === 0, 'nothing of what was written', letter.title)
  await lookOver(page)
  await begin(page, '签收')
  await confirm(page, '签收')
  await begin(page, '答复')
  const form = page.getByRole('dialog', { name: '答复' })
  await form.getByRole('radio', { name: '属实', exact: true }).check()
  await form.getByRole('checkbox', { name: '责令改正' }).check()
  await form.getByLabel('给信访人的答复').fill(answer)
  await confirm(page, '答复')
  await see(page, '责令改正')
  await page.context().close()
}

const begin = (page: Page, action: string): Promise<void> =>
  page.getByRole('complementary').getByRole('button', { name: action, exact: true }).click()

async function confirm(page: Page, action: string): Promise<void> {
  await page.getByRole('dialog', { name: action }).getByRole('button', { name: action, exact: true }).click()
  await see(page, `已记录：${action}`)
  await page.getByRole('dialog', { name: action }).waitFor({ state: 'hidden' })
}

async function lookOver(page: Page): Promise<void> {
  const findings = await findingsOn(page)
  expectThat(findings.length === 0, `${page.url()} to be usable by everybody`, findings)
}

/** Whoever has the petition finds nothing, wherever they look. */
async function findNothing(stage: Stage, number: string): Promise<void> {
  const land = await stage.as('kuang.tian')
  const { items, counts } = await land.get('/api/reports')
  expectThat((items as unknown[]).length === 0, 'no report for whoever has the petition', counts)
  const seen = JSON.stringify(await land.get(`/api/petitions/${number}`))
  expectThat(!seen.includes('低保') && !seen.includes('Misconduct'), 'no trace in the petition')
}

const pastTheOffice: Journey = {
  name: 'reports pressure to withdraw past the office, reads the answer, and takes it higher',
  device: 'telephone',
  async walk(page, stage) {
    const number = await followed(page, stage)
    await report(page)
    await hear(stage, number)
    await findNothing(stage, number)
    await page.reload()
    await see(page, answer)
    await see(page, '采取的措施：责令改正')
    await goTo(page, '没有答复或者没有解决，请上一级处理')
    await arrive(page, '没有答复或者没有解决，请上一级处理')
    await page.getByLabel('哪里没有解决').fill('道歉之后又来了一次。')
    await press(page, '提交')
    await see(page, '已经送到再上一级。')
    await press(page, '看我反映的情况')
    await see(page, '已反映，待签收')
  },
}

export const above: readonly Journey[] = [pastTheOffice]
