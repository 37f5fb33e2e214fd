/** 法定途径: somebody is told of another way of the law, takes it, and sends the receipt from the telephone; the office that told them sees it. */
import type { Page } from 'playwright-core'
import { todayInBeijing } from '../src/web/shared/days.ts'
import { findingsOn } from './axe.ts'
import { sitDown, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { registerLetter } from './office.ts'
import { addPhotograph, arrive, enter, goTo, photograph, press, see } from './portal.ts'

const bureau = 'pu.gaofeng'

async function wellMade(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

async function applied(phone: Page): Promise<void> {
  await goTo(phone, '看看怎么走，记下走到哪一步')
  await arrive(phone, '别的法定途径')
  await wellMade(phone, 'the page of other ways')
  await goTo(phone, '我已经申请')
  await arrive(phone, '我已经申请')
  await phone.getByLabel('对方收到申请的日期').fill(todayInBeijing())
  await phone.getByRole('radio', { name: '收件回执' }).check()
  await addPhotograph(phone)
  await wellMade(phone, 'the form with a file')
  await press(phone, '提交')
  await see(phone, '已经记下。')
  await press(phone, '返回别的法定途径')
  await savedAgain(phone)
}

/** What was sent lies there, and comes back with the key. */
async function savedAgain(phone: Page): Promise<void> {
  const coming = phone.waitForEvent('download')
  await phone.getByRole('button', { name: photograph.name }).click()
  expectThat((await coming).suggestedFilename() === photograph.name, 'the file under its name')
}

/** On a telephone, too, what can be done stands before what happened. */
async function seenAtTheOffice(page: Page, stage: Stage, referral: string): Promise<void> {
  await sitDown(page, stage, bureau)
  await page.goto(`/desk/referrals/${referral}`)
  const file = page.getByRole('link', { name: photograph.name })
  await file.waitFor()
  const coming = page.waitForEvent('download')
  await file.click()
  expectThat((await coming).suggestedFilename() === photograph.name, 'the office to have the file under its name')
  const now = await page.getByRole('heading', { name: '现在可以办理' }).boundingBox()
  const then = await page.getByRole('heading', { name: '走到哪一步' }).boundingBox()
  const isBefore = now !== null && then !== null && now.y < then.y
  expectThat(isBefore, 'what can be done to stand before how far it came', { now, then })
  await wellMade(page, 'the page of another way')
}

const takesIt: Journey = {
  name: 'somebody takes another way of the law, and sends the receipt from the telephone',
  device: 'smallTelephone',
  async walk(phone, stage) {
    const clerk = await stage.as(bureau)
    const letter = { title: '申请丈量一年没有答复', claims: ['答复丈量申请'], name: '郦长河', phone: '19900007966' }
    const { number, keys } = await registerLetter(clerk, letter)
    const told = await clerk.post('/api/referrals', {
      ...{ petition: number, person: 'p1', way: 'administrativeReconsideration', to: { name: '县人民政府' } },
      ...{ explanation: '没有答复的，可以申请行政复议，不收费。', knownOn: todayInBeijing() },
    })
    await enter(phone, { number: spoken(number), key: keys[0]?.key ?? '' })
    await see(phone, '您的期限：提出申请')
    await applied(phone)
    await seenAtTheOffice(await stage.newPage('telephone'), stage, String(told.referral))
  },
}

export const anotherWay: readonly Journey[] = [takesIt]
