/** Somebody of the staff looks after their own sign-in: a second factor, and the windows that they left open. */
import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { signIn, sitDown } from './desk.ts'
import { expectThat, type Journey } from './journey.ts'

const codeOf = (secret: string): string => TOTP.generate({ secret: Secret.fromBase32(secret) })

async function openMySignIn(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(name) }).click()
  await page.getByRole('menuitem', { name: '我的登录' }).click()
  await page.getByRole('heading', { level: 1, name: '我的登录' }).waitFor()
}

/** Returns the secret that the telephone would have scanned, and what was printed. */
async function turnOn(page: Page, password: string): Promise<{ secret: string; recovery: readonly string[] }> {
  const factor = page.getByRole('region', { name: '第二因素' })
  await factor.getByRole('button', { name: '启用' }).click()
  await factor.getByLabel('原密码').fill(password)
  await factor.getByRole('button', { name: '下一步' }).click()
  await factor.getByRole('img', { name: '用验证器扫描' }).waitFor()
  const secret = ((await factor.locator('code').textContent()) ?? '').replaceAll(' ', '')
  await factor.getByLabel('验证码').fill(codeOf(secret))
  await factor.getByRole('button', { name: '确认启用' }).click()
  const shown = page.getByRole('region', { name: '恢复码' })
  await shown.waitFor()
  const recovery = await shown.getByRole('listitem').allTextContents()
  expectThat(recovery.length === 10, 'ten recovery codes', recovery.length)
  await shown.getByRole('button', { name: '已经保存好' }).click()
  await factor.getByText('还剩 10 个恢复码').waitFor()
  return { secret, recovery }
}

async function signInWith(page: Page, account: { login: string; password: string }, code: string): Promise<void> {
  await signIn(page, account)
  await page.getByLabel('验证码').fill(code)
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { level: 1, name: '待办' }).waitFor()
}

const looksAfterIt: Journey = {
  name: 'sets a second factor, signs in on a telephone with a recovery code, and ends that session from the desk',
  device: 'desk',
  async walk(page, stage) {
    const account = stage.account('lai.yufen')
    await sitDown(page, stage, account.login)
    await openMySignIn(page, '赖玉芬')
    const { recovery } = await turnOn(page, account.password)
    const telephone = await stage.newPage('telephone')
    await signInWith(telephone, account, recovery[0] ?? '')
    await page.reload()
    const sessions = page.getByRole('region', { name: '登录会话' })
    await sessions.getByText('本次登录').waitFor()
    await page.getByText('还剩 9 个恢复码').waitFor()
    await sessions.getByRole('button', { name: /^结束:/ }).click()
    await sessions.getByText('没有其他登录').waitFor()
    await telephone.reload()
    await telephone.getByLabel('登录名').waitFor()
    await telephone.context().close()
  },
}

export const staff: readonly Journey[] = [looksAfterIt]
