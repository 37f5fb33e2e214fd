/** Accessibility as a program can check it: WCAG 2.2 AA and good practice, by axe-core. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Found {
  readonly violations: readonly {
    readonly id: string
    readonly help: string
    readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
  }[]
}

/**
 * A dialogue that is still fading in is pale, and would be found too pale to read. What turns for ever, such as a sign that
 * something is under way, is not waited for. A text, because journeys are checked without the types of a browser.
 */
const settling = `(async () => {
  const running = document.getAnimations().filter(({ playState, effect }) =>
    playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
  await Promise.all(running.map(({ finished }) => finished.catch(() => undefined)))
  return running.length
})()`

/** Waits until nothing on the page is on its way any more. */
export async function settle(page: Page): Promise<void> {
  // one movement may end in the next, though not without end
  for (let look = 0; look < 20; look += 1) if ((await page.evaluate<number>(settling)) === 0) return
}

/** What axe finds on the page as it is now, one sentence each. The page's own policy forbids a script tag, so it is evaluated. */
export async function findingsOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate<boolean>("'axe' in window"))) await page.evaluate(source)
  await settle(page)
  const { violations } = await page.evaluate<Found>('axe.run()')
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${help}: ${html.slice(0, 200)} (${failureSummary ?? ''})`),
  )
}
