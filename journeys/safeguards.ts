/** 保密与回避: what is kept from whom, and how the petitioner sees that it is. */
import type { Page } from 'playwright-core'
import { begin, openPetition, send, sitDown } from './desk.ts'
import { type Caller, expectThat, type Journey, type Stage } from './journey.ts'
import { acceptAndHear, act, registerLetter } from './office.ts'
import { arrive, enter, goTo, press, see } from './portal.ts'

const said = '仓库钥匙一直在他小舅子手里，救灾物资出了库，没有到户。'

interface Registered {
  readonly number: string
  readonly keys: readonly { readonly person: string; readonly key: string }[]
}

async function accusation(bureau: Caller): Promise<Registered> {
  const answer = await bureau.post('/api/petitions', {
    ...{ channel: 'letter', class: 'accusation', place: '990122', category: 'other' },
    ...{ title: '救灾物资去向不明', text: said, claims: ['查清物资去向'] },
    people: [{ name: '蔺望舒', phone: '19900007301' }],
    about: [{ as: 'accused', organ: 'qingping.civil-affairs', official: '仓库保管股股长' }],
  })
  return answer as unknown as Registered
}

const number = ({ number: digits }: Registered) => digits
const keyOf = ({ number: digits, keys }: Registered) => ({ number: digits, key: keys[0]?.key ?? '' })

const readsTheAccusation: Journey = {
  name: 'an accusation stays sealed until the competent body says why it reads it, and the petitioner reads that it did',
  device: 'desk',
  async walk(page, stage) {
    const bureau = await stage.as('pu.gaofeng')
    const registered = await accusation(bureau)
    await act(bureau, number(registered), 'transfer', { to: 'qingping.discipline' })
    await sitDown(page, stage, 'yin.zhenggang')
    await openPetition(page, number(registered))
    await page.getByText('本件为检举控告，内容密封').waitFor()
    expectThat((await page.getByText(said).count()) === 0, 'nothing of the accusation before it is opened')
    await page.getByRole('button', { name: '查看内容', exact: true }).click()
    const form = page.getByRole('dialog', { name: '查看密封内容' })
    await form.getByLabel('理由').fill('初步核实物资出库情况')
    await send(page, form, '查看密封内容')
    await page.getByText(said).first().waitFor()
    expectThat((await page.getByText('蔺望舒').count()) === 0, 'who accuses still sealed')
    await bureauSeesNothing(await stage.newPage('desk'), stage, registered)
    await petitionerSees(await stage.newPage('telephone'), registered)
  },
}

async function bureauSeesNothing(page: Page, stage: Stage, registered: Registered): Promise<void> {
  await sitDown(page, stage, 'pu.gaofeng')
  await openPetition(page, number(registered))
  await page.getByText('本件为检举控告，内容密封').waitFor()
  expectThat((await page.getByText(said).count()) === 0, 'nothing of the accusation at the bureau')
  await page.context().close()
}

async function petitionerSees(page: Page, registered: Registered): Promise<void> {
  await enter(page, keyOf(registered))
  await goTo(page, /谁看过/)
  await arrive(page, '谁看过')
  await see(page, '初步核实物资出库情况')
  await see(page, /检举控告内容 · /)
  await page.context().close()
}

const asksForARecusal: Journey = {
  name: 'a petitioner asks that the clerk steps aside; the head decides, and the clerk sees nothing of it any more',
  device: 'telephone',
  async walk(page, stage) {
    const bureau = await stage.as('pu.gaofeng')
    const registered = await registerLetter(bureau, {
      ...{ title: '宅基地边界被移', claims: ['恢复边界'], name: '车仲言', phone: '19900007302' },
    })
    const clerk = await stage.as('kuang.tian')
    await act(bureau, registered.number, 'transfer', { to: 'qingping.natural-resources' })
    await acceptAndHear(clerk, registered.number)
    await enter(page, keyOf(registered))
    await goTo(page, '申请回避')
    await arrive(page, '申请有关人员回避')
    await page.getByRole('radio', { name: '办这件事的人' }).check()
    await page.getByLabel('是谁，为什么要回避').fill('经办人和对方是连襟')
    await press(page, '提交')
    await see(page, '已经收到')
    await headDecides(await stage.newPage('desk'), stage, registered.number)
    const gone = await clerk.get(`/api/petitions/${registered.number}`).catch((fault: Error) => fault.message)
    expectThat(String(gone).includes('404'), 'the clerk not to find it any more', gone)
  },
}

async function headDecides(page: Page, stage: Stage, petition: string): Promise<void> {
  await sitDown(page, stage, 'lei.guoliang')
  await openPetition(page, petition)
  await page.getByText('经办人和对方是连襟').waitFor()
  const form = await begin(page, '决定是否回避')
  await form.getByLabel('应当回避的人员').click()
  await page.getByTitle('况田').last().click()
  await form.getByLabel('理由').fill('情况属实，应当回避')
  await send(page, form, '决定是否回避', 'asked once more')
  await page.context().close()
}

export const safeguards: readonly Journey[] = [readsTheAccusation, asksForARecusal]
