/** The portal in English, in large type, on the smallest telephone, with everything that axe-core can find. */
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { acceptAndHear, act, issueOpinion, serveElectronically } from './office.ts'
import { arrive, type Codes, digits, goTo, photograph, press, readReceipt, see } from './portal.ts'

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

const acts = ['request-review', 'add-material', 'rate', 'withdraw', 'answer-question']
const followed = [
  '',
  '/history',
  '/clocks',
  '/documents',
  '/looks',
  '/content',
  '/proof',
  '/reports',
  '/report',
  ...acts.map((act) => `/do/${act}`),
]

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

export const readable: Journey = {
  name: 'reads everything in English, in large type, at 320 px, and axe finds nothing',
  device: 'smallTelephone',
  async walk(page, stage) {
    await page.goto('/')
    await press(page, 'English')
    await press(page, 'Large type')
    await arrive(page, 'Say it, and be answered')
    const pages = ['', '/procedure', '/rights', '/law', '/receipts', '/privacy', '/accessibility']
    for (const path of [
      '/',
      '/follow',
      '/nowhere',
      '/receipt',
      '/suggest',
      '/announcements',
      '/log',
      ...pages.map((name) => `/read${name}`),
    ]) {
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
