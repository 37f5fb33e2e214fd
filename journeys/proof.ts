/** 信访人 and whoever they trust: takes the proof home and checks it without the house, and without a network. */
import { readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { findingsOn } from './axe.ts'
import { expectThat, type Journey, type Stage } from './journey.ts'
import { acceptAndHear, act, issueOpinion, serveElectronically } from './office.ts'
import { sayAndSend } from './petitioner.ts'
import { arrive, digits, goTo, press, see } from './portal.ts'

const matter = '征地补偿款三年没有发'

/** What a button or link hands over, kept under the name that it is given. */
async function take(page: Page, folder: string, ask: () => Promise<void>): Promise<string> {
  const coming = page.waitForEvent('download')
  await ask()
  const download = await coming
  const path = join(folder, download.suggestedFilename())
  await download.saveAs(path)
  return path
}

/**
 * Looks again until it is there: the register takes facts in by the second. The page also looks by itself, so the
 * button may go between a look and a tap: whichever of the two is there next decides.
 */
async function waitForTheRegister(page: Page): Promise<void> {
  const status = page.getByText('已经写进登记簿。').first()
  const again = page.getByRole('button', { name: '再看一次', disabled: false }).first()
  for (let look = 0; look < 60; look += 1) {
    await status.or(again).first().waitFor()
    if (await status.isVisible()) return
    await again.click({ timeout: 1000 }).catch(() => undefined)
    await status.waitFor({ timeout: 1000 }).catch(() => undefined)
  }
  throw new Error('the register has not taken it in within a minute')
}

interface Taken {
  readonly receipt: string
  readonly evidence: string
  readonly bare: string
  readonly keys: string
  readonly checker: string
}

/** The checking page as it lies on a memory stick: opened from the disk, in a browser without a network. */
async function checkAtHome(stage: Stage, checker: string, files: readonly string[]): Promise<Page> {
  const page = await stage.newPage('telephone')
  await page.context().setOffline(true)
  await page.goto(`file://${checker}`)
  await arrive(page, '核对回执')
  await page.getByLabel('选择文件').setInputFiles([...files])
  return page
}

async function expectAnswer(stage: Stage, checker: string, files: readonly string[], says: string): Promise<void> {
  const page = await checkAtHome(stage, checker, files)
  await see(page, says)
  const findings = await findingsOn(page)
  expectThat(findings.length === 0, 'nothing for axe to find', findings)
  await page.context().close()
}

/** A copy in which something was changed. */
function altered(path: string, change: (text: string) => string): string {
  const [before, copy] = [readFileSync(path, 'utf8'), path.replace(/(\.\w+)$/, '-altered$1')]
  const after = change(before)
  expectThat(after !== before, 'the copy to be another')
  writeFileSync(copy, after)
  return copy
}

async function takeHome(page: Page, folder: string): Promise<Taken> {
  await page.goto('/receipt')
  const receipt = await take(page, folder, () => press(page, '存下签了字的回执'))
  await press(page, '现在去看看')
  await arrive(page, matter)
  await goTo(page, '证据')
  await arrive(page, '证据')
  await waitForTheRegister(page)
  const evidence = await take(page, folder, () => press(page, '下载证据（含原文）'))
  const bare = await take(page, folder, () => press(page, '下载证据（不含原文）'))
  const checker = await take(page, folder, () => page.getByRole('link', { name: '存下核对网页' }).click())
  await goTo(page, /^看登记簿/)
  await arrive(page, '登记簿')
  const keys = await take(page, folder, () => press(page, '存下公钥'))
  return { receipt, evidence, bare, checker, keys }
}

const atHome: Journey = {
  name: 'takes receipt, evidence and the checking page home, and checks them without a network',
  device: 'telephone',
  async walk(page, stage) {
    const folder = await mkdtemp(join(tmpdir(), 'xinqiao-proof-'))
    try {
      await sayAndSend(page, { title: matter, phone: '19900007501' })
      const { receipt, evidence, bare, checker, keys } = await takeHome(page, folder)
      const answer = (files: readonly string[], says: string) => expectAnswer(stage, checker, files, says)
      await answer([evidence, keys], '核对无误：机关登记了它，登记簿里也有它。')
      await answer([bare, keys], '核对无误：机关登记了它，登记簿里也有它。')
      await answer([receipt, keys], '回执是真的。登记簿里有没有它，还没有核对。')
      await answer([evidence], '还不能下结论：缺少机关的公钥。')
      const word = altered(evidence, (text) => text.replace('补偿款', '赔偿款'))
      await answer([word, keys], '里面的文字被改过：与登记时写下的不一样。')
      const claims = altered(receipt, (text) => text.replace('claims 2', 'claims 1'))
      await answer([claims, keys], '回执是假的，或者被改过：签名对不上。')
      const half = altered(bare, (text) => text.slice(0, text.length / 2))
      await answer([half, keys], '不完整：后面缺了一截。请把整个文件、整段文字都拿来，不要只拿一部分。')
      expectThat(!readFileSync(bare, 'utf8').includes('补偿款'), 'no word of the matter in what is shown to others')
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}

const fromTheSquare: Journey = {
  name: 'scans the square on the receipt and asks the register',
  device: 'telephone',
  async walk(page, stage) {
    const codes = await sayAndSend(page, { title: matter, phone: '19900007502' })
    const link = await page.getByRole('link', { name: '现在就核对' }).getAttribute('href')
    const checking = await stage.newPage('smallTelephone')
    const asked: string[] = []
    checking.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await checking.goto(link ?? '')
    await see(checking, '还不能下结论：缺少机关的公钥。')
    expectThat(asked.join() === '/verify.html', 'nothing to be asked before somebody presses the button', asked)
    await untilProven(checking)
    await see(checking, '公钥是机关自己网站给的')
    const findings = await findingsOn(checking)
    expectThat(findings.length === 0, 'nothing for axe to find', findings)
    await checking.evaluate("location.hash = '#r=eGlucWlhbyByZWNlaXB0'")
    await see(checking, /不完整：后面缺了一截/)
    const number = digits(codes)
    expectThat(!asked.some((path) => path.includes(number)), 'the number never to leave the page', asked)
    await checking.context().close()
  },
}

/** A receipt of a moment ago is not in the register yet, and the page says to ask again. */
async function untilProven(page: Page): Promise<void> {
  const proven = page.getByText('核对无误：机关登记了它，登记簿里也有它。').first()
  await press(page, '用机关网站公布的公钥核对（要联网）')
  for (let look = 0; look < 60; look += 1) {
    await proven.waitFor({ timeout: 1000 }).catch(() => undefined)
    if (await proven.isVisible()) return
    const again = page.getByRole('button', { name: '向登记簿查询' }).last()
    if (await again.isEnabled()) await again.click()
  }
  throw new Error('the register has not taken it in within a minute')
}

const ofTheOpinion: Journey = {
  name: 'takes home the proof of the opinion, and finds the two pieces of evidence consistent',
  device: 'telephone',
  async walk(page, stage) {
    const folder = await mkdtemp(join(tmpdir(), 'xinqiao-proof-'))
    try {
      const codes = await sayAndSend(page, { title: matter, phone: '19900007503' })
      await press(page, '现在去看看')
      await arrive(page, matter)
      await goTo(page, '证据')
      await waitForTheRegister(page)
      const early = await take(page, folder, () => press(page, '下载证据（含原文）'))
      const checker = await take(page, folder, () => page.getByRole('link', { name: '存下核对网页' }).click())
      await answerIt(stage, digits(codes))
      await page.goto('/follow/petition/documents')
      await goTo(page, '信访处理意见书')
      await arrive(page, '信访处理意见书')
      await waitForTheRegister(page)
      const late = await take(page, folder, () => press(page, '下载证据（含原文）'))
      // from the disk, so that neither page nor files come from the house; only the register is asked
      const checking = await stage.newPage('telephone')
      await checking.goto(`file://${checker}`)
      await checking.getByLabel('选择文件').setInputFiles([early, late])
      await checking.getByLabel('登记簿的网址').fill(stage.url)
      await checking.getByRole('button', { name: '向登记簿查询' }).last().click()
      await checking.getByText('后来的登记簿完整保留了先前的每一条，只是往后增加。').first().waitFor()
      await see(checking, /信访处理意见书（第\d+条记录）/)
      const good = await checking.getByText('核对无误：机关登记了它，登记簿里也有它。').count()
      expectThat(good === 2, 'both to be good', good)
      await checking.context().close()
    } finally {
      await rm(folder, { recursive: true })
    }
  },
}

async function answerIt(stage: Stage, number: string): Promise<void> {
  const [bureau, organ] = [await stage.as('pu.gaofeng'), await stage.as('kuang.tian')]
  await act(bureau, number, 'transfer', { to: 'qingping.natural-resources' })
  await acceptAndHear(organ, number)
  await issueOpinion(organ, number)
  await serveElectronically(organ, number, 'handlingOpinion')
}

export const proof: readonly Journey[] = [atHome, fromTheSquare, ofTheOpinion]
