import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { install, mayInstall } from './debian.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome']
const places = (process.env.PATH ?? '').split(':').filter(Boolean)
const macPlace = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/** The browser of the journeys, or undefined. CHROMIUM wins over what is found. */
export function findBrowser() {
  const found = names.flatMap((name) => places.map((place) => `${place}/${name}`))
  return [process.env.CHROMIUM, ...found, macPlace].find((path) => path && existsSync(path))
}

/** Without a font that has Chinese, every page is boxes and what is measured on it means nothing. */
function hasChineseFont() {
  const listed = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  if (listed.status === 0) return listed.stdout.trim() !== ''
  const folder = '/usr/share/fonts/opentype/noto'
  return existsSync(folder) && readdirSync(folder).some((name) => name.includes('CJK'))
}

/**
 * Makes sure of a browser and a Chinese font. Gives the path of the browser and the names of what is still missing.
 */
export async function ensureBrowser() {
  if (mayInstall() && missing().length > 0) await install(missing())
  return { browser: findBrowser(), missing: missing() }
}

function missing() {
  return [...(findBrowser() ? [] : ['chromium']), ...(hasChineseFont() ? [] : ['fonts-noto-cjk'])]
}
