/** 信访人: with a telephone, and without an account. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { acceptAndHear, act, issueOpinion, registerLetter, serveElectronically, uphold } from './office.ts'
import { arrive, type Codes, enter, goTo, photograph, press, readReceipt, see } from './portal.ts'

const matter = '征地补偿款三年没有发'
const story = '2023年春天村里的地被征收，补偿协议上写着当年年底前付清，到现在一分没有收到。'

/** From the first question to the last page before sending. */
async function say(page: Page, { title, phone }: { title: string; phone: string }): Promise<void> {
  await page.getByRole('radio', { name: '请求解决一件事' }).check()
  await press(page, '继续')
  await arrive(page, '事情发生在哪里？')
  await page.getByLabel('县（市、区）').selectOption({ label: '青坪县' })
  await page.getByLabel('乡镇（街道）').selectOption({ label: '双溪镇' })
  await page.getByLabel('具体地点').fill('落水村三组')
  await press(page, '继续')
  await arrive(page, '发生了什么？')
  await page.getByLabel('用一句话说说是什么事').fill(title)
  await page.getByLabel('把经过写下来').fill(story)
  await press(page, '继续')
  await arrive(page, '您希望怎样解决？')
  await page.getByLabel('第1条').fill('把欠发的补偿款付给我家')
  await press(page, '再加一条')
  await page.getByLabel('第2条').fill('说明三年没有付的原因，并支付利息')
  await press(page, '继续')
  await sayWhom(page)
  await sayWho(page, phone)
}

async function sayWhom(page: Page): Promise<void> {
  await arrive(page, '这件事涉及谁？')
  await page.getByLabel('单位').fill('青坪 自然资源')
  await press(page, '选择：青坪县自然资源和规划局')
  await press(page, '继续')
  await arrive(page, '这件事以前反映过吗？')
  await page.getByRole('radio', { name: '没有，这是第一次' }).check()
  await press(page, '继续')
  await arrive(page, '有些事，别的途径有自己的期限')
  await press(page, '继续')
}

async function sayWho(page: Page, phone: string): Promise<void> {
  await arrive(page, '您愿意留下姓名吗？')
  await page.getByRole('radio', { name: '实名', exact: true }).check()
  await press(page, '继续')
  await arrive(page, '是您一个人，还是几个人一起？')
  await page.getByRole('radio', { name: '我一个人' }).check()
  await press(page, '继续')
  await arrive(page, '怎样联系您？')
  await page.getByLabel('姓名').fill('阿依木')
  await page.getByLabel('手机或者电话').fill(phone)
  await page.getByRole('checkbox', { name: '同意在网上收答复' }).check()
  await press(page, '继续')
  await arrive(page, '有材料要附上吗？')
}

async function addPhotograph(page: Page): Promise<void> {
  await page.getByLabel('选择文件或者拍照').setInputFiles(photograph)
  await page.getByRole('status').filter({ hasText: '补偿协议.png已上传' }).waitFor()
}

/** Says it from home to receipt, and comes away with number and key. */
async function sayAndSend(page: Page, matterSaid: { title: string; phone: string }): Promise<Codes> {
  await page.goto('/')
  await goTo(page, /反映问题/)
  await arrive(page, '您想做什么？')
  await say(page, matterSaid)
  await addPhotograph(page)
  await press(page, '继续')
  await arrive(page, '请核对一遍，再提交')
  await see(page, '把欠发的补偿款付给我家')
  await press(page, '提交')
  await arrive(page, '已经登记')
  return readReceipt(page)
}

const digits = (codes: Codes): string => codes.number.replaceAll('-', '')

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
}

/** Every clock says which days were counted, and by which article. */
async function readWhyThisDate(page: Page): Promise<void> {
  await goTo(page, '为什么是这一天')
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

/** Looks at the page as a checker does, in large type on the smallest telephone. */
async function lookOver(page: Page): Promise<void> {
  const where = `${new URL(page.url()).pathname} “${await page.title()}”`
  const findings = await findingsOn(page)
  expectThat(findings.length === 0, `no finding of axe on ${where}`, findings)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${where} to fit the width of the screen`, `${tooWide} px too wide`)
}

type Answer = readonly [question: string, answer: (page: Page) => Promise<unknown>]

/** Every question for an appeal of a group by its guardian, which shows all fields there are. */
const answersInEnglish: readonly Answer[] = [
  ['What would you like to do?', (page) => page.getByRole('radio', { name: /put right/ }).check()],
  ['Where did it happen?', (page) => page.getByLabel('County or district').selectOption({ index: 2 })],
  [
    'What happened?',
    async (page) => {
      await page.getByLabel('In one sentence').fill('The school bus no longer stops in our village')
      await page.getByLabel('Write down what happened').fill('Since March the children walk four kilometres.')
    },
  ],
  ['What do you ask for?', (page) => page.getByLabel('Number 1').fill('Let the bus stop again')],
  ['Whom does it concern?', (page) => page.getByLabel('Public body').fill('Education Bureau')],
  ['Have you raised this before?', (page) => page.getByRole('radio', { name: 'Yes' }).check()],
  ['Some other routes have time limits of their own', async () => undefined],
  ['Would you give your name?', (page) => page.getByRole('radio', { name: 'With my name, in confidence' }).check()],
  [
    'Is it you alone, or several of you?',
    async (page) => {
      await page.getByRole('radio', { name: 'A group, with representatives' }).check()
      await page.getByLabel('About how many people').fill('12')
      await page.getByRole('radio', { name: /I am the guardian/ }).check()
      await page.getByLabel('Your own name').fill('Ma Lan')
      await page.getByLabel('What entitles you').fill('I am their mother')
    },
  ],
  [
    'Whose matter is it?',
    async (page) => {
      await page.getByLabel('Name', { exact: true }).fill('Ma Xiaoyu')
      await page.getByLabel('Phone').fill('19900007005')
      await page.getByRole('checkbox', { name: /receive answers online/ }).check()
    },
  ],
  ['Anything to attach?', (page) => page.getByLabel('Choose files or take a photo').setInputFiles(photograph)],
]

/** Each question as it is asked, with what is wrong with no answer, and answered. */
async function sayInEnglish(page: Page): Promise<Codes> {
  await page.goto('/say')
  for (const [question, answer] of answersInEnglish) {
    await arrive(page, question)
    await lookOver(page)
    await answer(page)
    await lookOver(page)
    await press(page, 'Continue')
  }
  await arrive(page, 'Check your answers, then send')
  await lookOver(page)
  await press(page, 'Send')
  await arrive(page, 'It is registered')
  await lookOver(page)
  return readReceipt(page)
}

async function askedNothing(page: Page): Promise<void> {
  await page.goto('/say/check')
  await see(page, 'Something is still missing')
  await lookOver(page)
  for (const step of ['place', 'what', 'claims', 'identity', 'people']) {
    await page.goto(`/say/${step}`)
    await press(page, 'Continue')
    await see(page, 'Please look at these')
    await lookOver(page)
  }
}

const acts = ['request-review', 'add-material', 'rate', 'report-obstruction', 'withdraw', 'answer-question']
const followed = ['', '/history', '/clocks', '/documents', '/looks', '/content', ...acts.map((act) => `/do/${act}`)]

async function followInEnglish(page: Page): Promise<void> {
  for (const path of followed) {
    await page.goto(`/follow/petition${path}`)
    await page.getByRole('button', { name: 'Leave' }).waitFor()
    if (path === '/clocks') await page.getByText('Why this date').first().click()
    await lookOver(page)
  }
  await page.goto('/follow/petition/documents')
  await goTo(page, 'Handling opinion')
  await arrive(page, 'Handling opinion')
  await lookOver(page)
}

/** Until there is something on each page: clocks, documents, a question, a right. */
async function answerInEnglish(stage: Stage, codes: Codes): Promise<void> {
  const number = digits(codes)
  const bureau = await stage.as('pu.gaofeng')
  const organ = await stage.as('kuang.tian')
  await act(bureau, number, 'transfer', { to: 'qingping.natural-resources' })
  await acceptAndHear(organ, number)
  await act(organ, number, 'ask-petitioner', { question: '校车以前在哪里停？' })
  await issueOpinion(organ, number)
  await serveElectronically(organ, number, 'handlingOpinion')
}

const readable: Journey = {
  name: 'reads everything in English, in large type, at 320 px, and axe finds nothing',
  device: 'smallTelephone',
  async walk(page, stage) {
    await page.goto('/')
    await press(page, 'English')
    await press(page, 'Large type')
    await arrive(page, 'Say it, and be answered')
    const pages = ['', '/procedure', '/rights', '/law', '/receipts', '/privacy', '/accessibility']
    for (const path of ['/', '/follow', '/nowhere', '/receipt', '/suggest', ...pages.map((name) => `/read${name}`)]) {
      await page.goto(path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await lookOver(page)
    }
    await askedNothing(page)
    const codes = await sayInEnglish(page)
    await answerInEnglish(stage, codes)
    await press(page, 'Look at it now')
    await arrive(page, 'The school bus no longer stops in our village')
    await followInEnglish(page)
  },
}

export const petitioner: readonly Journey[] = [toTheEnd, onABadLine, keyOnly, readable]
