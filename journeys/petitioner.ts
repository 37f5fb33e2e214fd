/** 信访人: with a telephone, and without an account. */
import type { Page } from 'playwright-core'
import { readable } from './in-english.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { acceptAndHear, act, issueOpinion, registerLetter, serveElectronically, uphold } from './office.ts'
import {
  addPhotograph,
  arrive,
  type Codes,
  digits,
  enter,
  goTo,
  press,
  readReceipt,
  type Said,
  say,
  see,
} from './portal.ts'

const matter = '征地补偿款三年没有发'

/** Says it from home to receipt, and comes away with number and key. */
export async function sayAndSend(page: Page, said: Said): Promise<Codes> {
  await page.goto('/')
  await goTo(page, /反映问题/)
  await arrive(page, '您想做什么？')
  await say(page, said)
  await addPhotograph(page)
  await press(page, '继续')
  await arrive(page, '请核对一遍，再提交')
  await see(page, '把欠发的补偿款付给我家')
  await press(page, '提交')
  await arrive(page, '已经登记')
  return readReceipt(page)
}

async function followedToTheOpinion(page: Page, stage: Stage, codes: Codes): Promise<void> {
  const number = digits(codes)
  const bureau = await stage.as('pu.gaofeng')
  const organ = await stage.as('kuang.tian')
  await act(bureau, number, 'transfer', { to: 'qingping.natural-resources' })
  await press(page, '刷新')
  await see(page, '已转给青坪县自然资源和规划局，它正在决定是否受理。')
  await acceptAndHear(organ, number)
  await press(page, '刷新')
  await see(page, '青坪县自然资源和规划局已经受理，正在办理。')
  await readWhyThisDate(page)
  await issueOpinion(organ, number)
  await serveElectronically(organ, number, 'handlingOpinion')
  await press(page, '刷新')
  await see(page, /答复已经送达您。不服的，您可以请求复查/)
  await see(page, /过了最后一天，这个机会就没有了/)
  await see(page, /从知道或者应当知道那个决定那天起，60日内提出/)
}

/** Every clock says which days were counted, and by which article. */
async function readWhyThisDate(page: Page): Promise<void> {
  await page.getByText('为什么是这一天').first().click()
  await see(page, /《信访工作条例》第34条/)
  await goTo(page, /^期限（/)
  await arrive(page, '期限')
  const handling = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '办理并送达处理意见' }) })
  await handling.getByText('为什么是这一天').click()
  await handling.getByText('《信访工作条例》第34条').first().waitFor()
  await handling
    .getByText(/计60日/)
    .first()
    .waitFor()
  await goTo(page, /^返回：/)
  await arrive(page, matter)
}

async function readTheOpinion(page: Page): Promise<void> {
  await goTo(page, /^文书/)
  await goTo(page, '信访处理意见书')
  await arrive(page, '信访处理意见书')
  await see(page, '把欠发的补偿款付给我家')
  await see(page, '经核实，补偿款确有拖欠，应当支付。')
  await see(page, '说明三年没有付的原因，并支付利息')
  await see(page, /送达您/)
  await goTo(page, /^返回：/)
}

async function rate(page: Page): Promise<void> {
  await goTo(page, '评价')
  await page.getByRole('radio', { name: /^办理单位/ }).check()
  await page.getByRole('radio', { name: '解决了一部分' }).check()
  await page.getByRole('radio', { name: '公平', exact: true }).check()
  await press(page, '提交')
  await press(page, '回到这件事')
}

async function ask(page: Page, act: '请求复查' | '请求复核', body: string): Promise<void> {
  await page.getByRole('link', { name: act }).last().click()
  await arrive(page, act)
  await page.getByRole('radio', { name: body }).check()
  await page.getByLabel('您为什么不服').fill('意见没有说明利息为什么不付，也没有写哪天付清。')
  await press(page, '提交')
  await see(page, '已经记入办理过程。')
  await press(page, '回到这件事')
  await see(page, act === '请求复查' ? '正在复查。' : '正在复核。')
}

async function followedToTheEnd(page: Page, stage: Stage, codes: Codes): Promise<void> {
  await ask(page, '请求复查', '青坪县人民政府')
  await uphold(await stage.as('bian.mingde'), digits(codes), 'review')
  await press(page, '刷新')
  await see(page, /复查意见已经送达您/)
  await ask(page, '请求复核', '云栖州人民政府')
  await uphold(await stage.as('yan.ruoqi'), digits(codes), 'reexamination')
  await press(page, '刷新')
  await see(page, /三级程序已经走完/)
  await goTo(page, /^办理过程/)
  await arrive(page, '办理过程')
  for (const step of ['登记信访事项', '转送', '受理并告知', '请求复查', '请求复核', '终结']) {
    await page.getByRole('heading', { level: 2, name: step, exact: true }).waitFor()
  }
}

const toTheEnd: Journey = {
  name: 'says it, follows it, rates it, and goes through review and re-examination to the end',
  device: 'telephone',
  async walk(page, stage) {
    const codes = await sayAndSend(page, { title: matter, phone: '19900007001' })
    await press(page, '现在去看看')
    await arrive(page, matter)
    await see(page, /已登记，在青坪县信访局/)
    await followedToTheOpinion(page, stage, codes)
    await readTheOpinion(page)
    await rate(page)
    await followedToTheEnd(page, stage, codes)
    await press(page, '退出查询')
    await see(page, '已退出，这台设备上没有留下查询码。')
  },
}

const interrupted = '路灯坏了半年没有人修'

/** How often this person is in the register of the bureau. */
async function timesRegistered(stage: Stage, phone: string): Promise<number> {
  const bureau = await stage.as('pu.gaofeng')
  const { items } = await bureau.get(`/api/petitions?q=${phone}`)
  return (items as unknown[]).length
}

const onABadLine: Journey = {
  name: 'loses the page, the line and the answer, taps twice, and is registered once',
  device: 'telephone',
  async walk(page, stage) {
    await page.goto('/say')
    await say(page, { title: interrupted, phone: '19900007002' })
    await page.reload()
    await arrive(page, '有材料要附上吗？')
    await page.goto('/say')
    await see(page, '您上次写到一半')
    await see(page, interrupted)
    await goTo(page, '接着写')
    await arrive(page, '请核对一遍，再提交')
    await see(page, '说明三年没有付的原因，并支付利息')
    await sendWithoutLine(page)
    await loseTheAnswer(page)
    await page.getByRole('button', { name: '提交', exact: true }).dblclick()
    await arrive(page, '已经登记')
    const times = await timesRegistered(stage, '19900007002')
    expectThat(times === 1, 'to be registered once', times)
  },
}

async function sendWithoutLine(page: Page): Promise<void> {
  await page.context().setOffline(true)
  await see(page, '现在没有网络。您可以接着写，有网络时再提交。')
  await press(page, '提交')
  await see(page, '不能确定是否已经送到')
  await page.context().setOffline(false)
}

/** The house has it, and the line breaks before its answer arrives. */
async function loseTheAnswer(page: Page): Promise<void> {
  const arrived = Promise.withResolvers<number>()
  await page.route(
    '**/api/petitions',
    async (route) => {
      const answer = await route.fetch()
      arrived.resolve(answer.status())
      await route.abort('connectionreset')
    },
    { times: 1 },
  )
  await press(page, '提交')
  const status = await arrived.promise
  expectThat(status === 201, 'the house to have registered it', status)
  await see(page, '不能确定是否已经送到')
}

const keyOnly: Journey = {
  name: 'is told plainly that a key is wrong, and sees nothing of other people',
  device: 'telephone',
  async walk(page, stage) {
    const bureau = await stage.as('pu.gaofeng')
    const own = await registerLetter(bureau, ownLetter)
    const other = await registerLetter(bureau, othersLetter)
    const key = own.keys[0]?.key ?? ''
    await enter(page, { number: '2611-2348-2719-03', key })
    await see(page, /登记编号不对：应当是15位数字/)
    await enter(page, { number: own.number, key: '0000 0000 0000 0000' })
    await see(page, '没有找到。请对照回执，看编号和查询码有没有抄错。')
    await enter(page, { number: other.number, key })
    await see(page, '没有找到。请对照回执，看编号和查询码有没有抄错。')
    const shown = await page.getByText(othersLetter.title).count()
    expectThat(shown === 0, 'nothing of the other petition', shown)
    await enter(page, { number: own.number, key })
    await arrive(page, ownLetter.title)
    await goTo(page, /^您写的内容/)
    await see(page, ownLetter.claims[0] ?? '')
  },
}

const ownLetter = { title: '医保卡刷不了', claims: ['恢复我的医保卡'], name: '石秀梅', phone: '19900007003' }
const othersLetter = { title: '邻居的院墙倒在我家菜地', claims: ['把墙移走'], name: '田保国', phone: '19900007004' }

export const petitioner: readonly Journey[] = [toTheEnd, onABadLine, keyOnly, readable]
