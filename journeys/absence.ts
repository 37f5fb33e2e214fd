/** 外出委托: the head of an office goes away, and the office goes on. */
import type { Page } from 'playwright-core'
import { sitDown, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { act, registerLetter } from './office.ts'

const head = 'lei.guoliang'
const colleague = 'kuang.tian'

/** A letter that lies in the head's own hands. */
async function inTheHeadsHands(stage: Stage): Promise<string> {
  const bureau = await stage.as('pu.gaofeng')
  const letter = { title: '宅基地证上的名字写错了', claims: ['更正证上的名字'], name: '龚永贵', phone: '19900007401' }
  const { number } = await registerLetter(bureau, letter)
  await act(bureau, number, 'transfer', { to: 'qingping.natural-resources' })
  const office = await stage.as(head)
  const { account } = await office.get('/api/session')
  await act(office, number, 'name-clerk', { account })
  return number
}

async function openAway(page: Page) {
  await page.getByRole('button', { name: /雷国梁/ }).click()
  await page.getByRole('menuitem', { name: '外出委托' }).click()
  return page.getByRole('dialog', { name: '外出委托' })
}

async function handOver(page: Page): Promise<void> {
  const form = await openAway(page)
  await form.getByLabel('受托人').click()
  await page.getByTitle('况田', { exact: true }).click()
  await form.getByLabel('截止日期').click()
  await page.getByText('3 天后').last().click()
  await form.getByRole('button', { name: '委托', exact: true }).click()
  await form.waitFor({ state: 'hidden' })
}

const lookAtMine = async (page: Page): Promise<void> => {
  await page.goto('/desk/?whose=mine')
  await page
    .getByText(/已全部显示|没有待办事项/)
    .first()
    .waitFor()
}

const goesAway: Journey = {
  name: 'hands over while away: a colleague finds the matters among their own, until they are taken back',
  device: 'desk',
  async walk(page, stage) {
    const number = await inTheHeadsHands(stage)
    await sitDown(page, stage, head)
    await handOver(page)
    const desk = await stage.newPage('desk')
    await sitDown(desk, stage, colleague)
    await lookAtMine(desk)
    await desk.getByText(/同时列出雷国梁经办的事项/).waitFor()
    const row = desk.getByRole('row').filter({ hasText: spoken(number) })
    await row.getByText('代雷国梁').first().waitFor()
    const given = await openAway(page)
    await given.getByText(/已委托况田代为办理/).waitFor()
    await given.getByRole('button', { name: '收回委托' }).click()
    await given.getByLabel('受托人').waitFor()
    await lookAtMine(desk)
    expectThat((await row.count()) === 0, 'the matter to be the head’s alone again', await row.count())
    await desk.context().close()
  },
}

export const absence: readonly Journey[] = [goesAway]
