/** 调解: a petition goes to mediation, every side is asked, it fails, and the petition goes on with no day lost. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { openPetition, sitDown } from './desk.ts'
import { type Caller, expectThat, type Journey, type Stage } from './journey.ts'
import { acceptAndHear, act, issueOpinion, read, registerLetter } from './office.ts'
import { arrive, enter, press, see } from './portal.ts'

const [bureau, handler, centre] = ['pu.gaofeng', 'kuang.tian', 'ming.heping']
const title = '隔壁合作社的水渠改道，水淹了我家半亩秧田'
const respondent = '落水村山泉种植合作社'

async function wellMade(page: Page, what: string): Promise<void> {
  const found = await findingsOn(page)
  expectThat(found.length === 0, `${what} without findings`, found)
  const tooWide = await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')
  expectThat(tooWide <= 0, `${what} to fit the width of the screen`, `${tooWide} px too wide`)
}

interface Clocked {
  readonly stage: string
  readonly clocks: readonly { readonly rule: string; readonly lastDay: string; readonly state: string }[]
}

/** Every limit of the petition that runs, with its last day. */
async function running(caller: Caller, number: string): Promise<string> {
  const { stage, clocks } = (await caller.get(`/api/petitions/${number}`)) as unknown as Clocked
  const open = clocks.filter(({ state }) => state === 'running').map(({ rule, lastDay }) => `${rule} ${lastDay}`)
  return [stage, ...open.sort()].join('; ')
}

interface Held {
  readonly reference: string
  readonly key: string
}

/** From the page of the petition: the organ that handles it offers mediation, and is shown what to hand to the other side. */
async function offered(desk: Page, stage: Stage, number: string): Promise<Held> {
  await sitDown(desk, stage, handler)
  await openPetition(desk, number)
  await desk.getByRole('link', { name: '提议调解' }).click()
  await desk.getByRole('heading', { level: 1, name: '开展调解' }).waitFor()
  await desk.getByRole('radio', { name: '人民调解', exact: true }).check()
  await desk.getByRole('combobox', { name: '由谁主持' }).fill('青坪县')
  await desk.getByTitle('青坪县社会治安综合治理中心').click()
  await desk.getByLabel('姓名或者名称').last().fill(respondent)
  await desk.getByLabel(/^电话/).last().fill('19900007965')
  await wellMade(desk, 'the page that opens a mediation')
  await desk.getByRole('button', { name: '开展调解' }).click()
  await desk.getByRole('heading', { level: 1, name: '编号和查询码' }).waitFor()
  const said = await desk.getByRole('definition').allTextContents()
  await desk.getByRole('button', { name: '已交付，打开调解页面' }).click()
  await desk.getByText('待受理').first().waitFor()
  return { reference: said[0] ?? '', key: said[1] ?? '' }
}

/** The centre finds it under what it has to do, and takes it up. */
async function takenUp(desk: Page, stage: Stage): Promise<string> {
  await sitDown(desk, stage, centre)
  await desk.goto('/desk/mediations')
  await desk.getByText('新的申请：受理，或者说明为什么不受理').waitFor()
  await desk.getByRole('link', { name: new RegExp(title.slice(0, 12)) }).click()
  await desk.getByRole('button', { name: '受理', exact: true }).click()
  await desk.getByRole('dialog').getByRole('button', { name: '受理', exact: true }).click()
  await desk.getByText('征求各方同意').first().waitFor()
  await wellMade(desk, 'the page of a mediation')
  return desk.url().slice(desk.url().lastIndexOf('/') + 1)
}

async function willing(phone: Page): Promise<void> {
  await see(phone, '您愿意调解吗？')
  await press(phone, '愿意调解')
  await phone.getByText('您愿意调解吗？').waitFor({ state: 'detached' })
}

async function accepted(phone: Page): Promise<void> {
  await see(phone, /来调解，您同意吗/)
  await press(phone, '同意')
  await phone.getByText(/来调解，您同意吗/).waitFor({ state: 'detached' })
}

/** The other side, with the number and key that they were handed, on the smallest telephone. */
async function openHeld(phone: Page, { reference, key }: Held): Promise<void> {
  await phone.goto('/mediation/own')
  await phone.getByLabel('编号').fill(reference)
  await phone.getByLabel('查询码').fill(key)
  await press(phone, '查看')
  await arrive(phone, '您的调解')
}

/** What the centre does meanwhile, over HTTP: somebody to mediate, a session without an agreement, and the end. */
const centreActs = (caller: Caller, mediation: string) => (name: string, body: object) =>
  caller.post(`/api/mediations/${mediation}/${name}`, body)

const fails: Journey = {
  name: 'a petition goes to mediation, fails, and goes on with no day lost',
  device: 'desk',
  async walk(desk, stage) {
    const letter = { title, claims: ['恢复水渠原来的走向', '赔偿秧苗损失'], name: '郦长河', phone: '19900007964' }
    const { number, keys } = await registerLetter(await stage.as(bureau), letter)
    await act(await stage.as(bureau), number, 'transfer', { to: 'qingping.natural-resources' })
    const organ = await stage.as(handler)
    await acceptAndHear(organ, number)
    const before = await running(organ, number)
    expectThat(before.includes('handle '), 'a limit to run', before)

    const held = await offered(desk, stage, number)
    const mediation = await takenUp(await stage.newPage('desk'), stage)

    const own = await stage.newPage('telephone')
    await enter(own, { number, key: keys[0]?.key ?? '' })
    await see(own, '调解期间，信访事项照常办理，期限一天不停。')
    await own.getByRole('link', { name: '查看调解、答复' }).click()
    await willing(own)
    const other = await stage.newPage('smallTelephone')
    await openHeld(other, held)
    await wellMade(other, 'the page of a party')
    await willing(other)

    const says = centreActs(await stage.as(centre), mediation)
    await named(await stage.as(centre), mediation)
    for (const phone of [own, other]) {
      await phone.reload()
      if (phone === other) await openHeld(other, held)
      await accepted(phone)
    }
    await met(says)
    expectThat((await running(organ, number)) === before, 'no limit of the petition to have moved', before)

    await own.reload()
    await see(own, '没有谈成。')
    await see(own, '信访事项一直在办，期限没有因为调解停过。')
    await see(own, '您的权利一点没有少')
    await wellMade(own, 'the page of a mediation that failed')
    await issueOpinion(organ, number)
    const { stage: reached } = await read(organ, number)
    expectThat(reached === 'answered', 'the petition to go on to its answer', reached)
  },
}

/** Waits until both have said yes, which the house takes over from the petition; then somebody is named who has no interest in it. */
async function named(caller: Caller, mediation: string): Promise<void> {
  const says = centreActs(caller, mediation)
  for (let tries = 0; tries < 40; tries += 1) {
    const { stage } = (await caller.get(`/api/mediations/${mediation}`)) as { stage: string }
    if (stage === 'mediating') break
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  await says('mediator', { name: '明和平' })
  await says('interest', {
    mediator: 'm1',
    hasInterest: false,
    signed: { signature: '明和平签名', witness: '中心窗口' },
  })
}

async function met(says: ReturnType<typeof centreActs>): Promise<void> {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  await says('session', { day: today, at: '15:00', place: '落水村调解室' })
  const there = { parties: ['p1', 'p2'], mediators: ['m1'], guests: [] }
  await says('record-session', { session: 's1', ...there, notes: '双方各执一词，没有谈拢。', result: 'none' })
  await says('end', { reason: 'notAgreed', note: '双方对水渠走向没有一致意见。' })
}

export const mediation: readonly Journey[] = [fails]
