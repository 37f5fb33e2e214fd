/** A house with the demo in it, and a browser to walk through it. */
import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { seedDemo } from '../src/demo/main.ts'
import { serve } from '../src/main.ts'
import { readConfig } from '../src/platform/config.ts'
import { type Stage, stageOf } from './journey.ts'

/** Serves the demo from an empty data folder, with the pages as the sources are now. */
export async function inHouse(data: string, browser: Browser, walk: (stage: Stage) => Promise<void>): Promise<void> {
  const { buildWebIfStale } = await import(new URL('../scripts/build-web.mjs', import.meta.url).href)
  await buildWebIfStale()
  const config = { ...readConfig({ data, port: 0 }), logTo: 'file' as const }
  const house = await serve(config, async (opened) => seedDemo(opened, () => undefined))
  try {
    await walk(stageOf(browser, house.url, data))
  } finally {
    await house.close()
  }
}

/** Debian's Chromium, or the one that CHROMIUM names. Root may not have its sandbox, which a test on loopback can spare. */
export async function openBrowser(): Promise<Browser> {
  const places = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']
  const executablePath = places.find((place) => place !== undefined && existsSync(place))
  if (!executablePath) throw new Error('no Chromium: install it, or name it in CHROMIUM')
  const quiet = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ]
  return chromium.launch({ executablePath, args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ...quiet] })
}
