/** 查重与检索: a letter that a neighbour has copied, and one from the next village; found again by its words. */
import type { Page } from 'playwright-core'
import { choose, sitDown, spoken } from './desk.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'

const text = (village: string): string =>
  `我们是青坪县双溪镇${village}的村民，村口的拦河堰今年汛期冲开一个口子，到现在没有人来修，下游一百多亩稻田上不了水，秧苗眼看要旱死，找过镇里三次都说在排队，请尽快派人来看。`

const register = async (stage: Stage, title: string, village: string, name: string): Promise<string> => {
  const bureau = await stage.as('pu.gaofeng')
  const person = { name, phone: null, electronicService: false }
  const letter = { channel: 'letter', place: '990122', category: 'other', claims: ['修复拦河堰'], people: [person] }
  const { number } = await bureau.post('/api/petitions', { ...letter, title, text: text(village) })
  return number as string
}

/** What was registered a moment ago is found as soon as the house has read it. */
async function findByWords(page: Page, words: string, number: string): Promise<void> {
  const row = page
    .getByRole('list', { name: '检索' })
    .getByRole('link')
    .filter({ hasText: spoken(number) })
  for (let look = 0; look < 60 && (await row.count()) === 0; look += 1) {
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.keyboard.press('/')
    await page.keyboard.type(look % 2 === 0 ? words : `${words} 汛期`)
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: '检索' }).waitFor()
    await row
      .first()
      .waitFor({ timeout: 3000 })
      .catch(() => undefined)
  }
  await row.first().waitFor()
}

async function fill(page: Page, title: string, name: string): Promise<void> {
  await page.keyboard.press('g')
  await page.keyboard.press('n')
  await page.getByRole('heading', { level: 1, name: '登记信访事项' }).waitFor()
  const main = page.getByRole('main')
  await page.getByRole('radio', { name: '来信' }).press('Space')
  await main.getByLabel('姓名').first().fill(name)
  await main.getByLabel('标题').fill(title)
  await main.getByLabel('信访内容').fill(text('石板村'))
  await main.getByLabel('第 1 项请求').fill('修复拦河堰')
}

const knownAgain: Journey = {
  name: 'finds a letter by its words, is offered it when a neighbour sends the same, joins the two and parts them again',
  device: 'desk',
  async walk(page, stage) {
    const mine = await register(stage, '石板村拦河堰冲毁没人修', '石板村', '冉光明')
    const theirs = await register(stage, '落花坝拦河堰冲毁没人修', '落花坝', '向春生')
    await sitDown(page, stage, 'pu.gaofeng')
    await findByWords(page, '拦河堰 秧苗', mine)
    await findByWords(page, '落花坝 拦河堰', theirs)
    await page.getByRole('list', { name: '检索' }).locator('mark').first().waitFor()
    await page.keyboard.press('Escape')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { level: 1, name: /拦河堰冲毁没人修/ }).waitFor()
    await fill(page, '石板村拦河堰还是没人修', '田桂花')
    const offered = page.getByRole('region', { name: '可能重复' })
    const same = offered.getByRole('listitem').filter({ hasText: spoken(mine) })
    await same.getByText('他人反映同一事项').waitFor()
    const other = offered.getByRole('listitem').filter({ hasText: spoken(theirs) })
    await other.getByText('内容相同，所指不同：另一事项').waitFor()
    await other.getByText(/“石板村”.*“落花坝”/).waitFor()
    const mayJoin = await other.getByRole('button', { name: '登记后并案' }).count()
    expectThat(mayJoin === 0, 'another matter not to be offered for joining', mayJoin)
    await other.getByRole('button', { name: '比对' }).press('Enter')
    await page.getByRole('dialog').locator('del').first().waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await same.getByRole('button', { name: '登记后并案' }).press('Enter')
    await choose(page, '内容分类', '水利水电')
    await choose(page, '问题属地', '青坪县')
    await page.keyboard.press('Control+Enter')
    await page.getByRole('heading', { level: 1, name: '已登记' }).waitFor()
    await page.getByText(`已与 ${spoken(mine)} 并案。`).waitFor()
    await page.getByRole('button', { name: '撤销并案' }).press('Enter')
    await page.getByText('并案已经撤销。').waitFor()
    const bureau = await stage.as('pu.gaofeng')
    const { links } = (await bureau.get(`/api/petitions/${mine}`)) as { links?: readonly unknown[] }
    expectThat(links?.length === 0, 'nothing joined any more', links)
  },
}

export const repeats: readonly Journey[] = [knownAgain]
