import { existsSync } from 'node:fs'
import { install, mayInstall } from './debian.mjs'

const places = (process.env.PATH ?? '').split(':').filter(Boolean)
const find = (...names) =>
  names.flatMap((name) => places.map((place) => `${place}/${name}`)).find((path) => existsSync(path))

/** LibreOffice, or undefined. SOFFICE wins over what is found. */
const findOffice = () => [process.env.SOFFICE, find('soffice', 'libreoffice')].find((path) => path && existsSync(path))

const missing = () => [
  ...(findOffice() ? [] : ['libreoffice-writer-nogui']),
  ...(find('pdftotext') && find('pdfinfo') ? [] : ['poppler-utils']),
]

/** Makes sure of LibreOffice and of what reads its PDF. Gives its path and the names of what is still missing. */
export async function ensureOfficeSuite() {
  if (mayInstall() && missing().length > 0) await install(missing())
  return { soffice: findOffice(), missing: missing() }
}
