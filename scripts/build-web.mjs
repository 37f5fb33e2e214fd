// Builds the webs into dist/portal, dist/desk and dist/verify. By itself (npm run build:web) always; at npm start only when stale.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { ensureInstalled } from './install.mjs'
import { findNode, root, run, stop } from './runtime.mjs'

const webs = ['portal', 'desk', 'verify'].filter((web) => existsSync(configOf(web)))
const stampFile = join(root, 'dist', '.stamp')

export async function buildWebIfStale() {
  if (webs.length === 0 || isFresh()) return
  await buildWeb()
}

async function buildWeb() {
  // before the build: what is changed while it runs makes it stale
  const stamp = stampNow()
  for (const web of webs) {
    console.log(`Building the ${web} …`)
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
    const out = ['--outDir', join(root, 'dist', web), '--emptyOutDir', '--logLevel', 'warn']
    const words = [vite, 'build', join(root, 'src', 'web', web), '--config', configOf(web), ...out]
    const { code, said } = await run(findNode(), words, { quiet: true, environment: { NODE_ENV: 'production' } })
    if (code !== 0) stop(`the ${web} does not build:\n${said.trim()}`)
    if (said.trim()) console.log(said.trim())
    compress(join(root, 'dist', web))
  }
  mkdirSync(join(root, 'dist'), { recursive: true })
  writeFileSync(stampFile, stamp)
}

/** Beside each text a brotli and a gzip one, so that a telephone on a slow line waits less and the server never compresses. */
function compress(folder) {
  for (const path of filesUnder(folder).filter((file) => /\.(?:js|css|html|svg)$/.test(file))) {
    const plain = readFileSync(path)
    if (plain.length < 1024) continue
    writeFileSync(`${path}.br`, brotliCompressSync(plain))
    writeFileSync(`${path}.gz`, gzipSync(plain, { level: 9 }))
  }
}

function configOf(web) {
  return join(root, 'src', 'web', web, 'vite.config.ts')
}

function isFresh() {
  const built = webs.every((web) => existsSync(join(root, 'dist', web)))
  return built && existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stampNow()
}

/** Of everything under src but tests: a web imports the contracts of the rooms, and they import words and types. */
function stampNow() {
  const hash = createHash('sha256')
  const files = [...filesUnder(join(root, 'src')), join(root, 'package-lock.json')]
  for (const path of files.filter((file) => !/\.test\.tsx?$/.test(file)).sort()) {
    hash.update(path.slice(root.length)).update('\0').update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await ensureInstalled()
  await buildWeb()
}
