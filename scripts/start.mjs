// npm start: installs what is missing, builds the web when it is stale, and starts the demonstration.
import { join } from 'node:path'
import { buildWebIfStale } from './build-web.mjs'
import { ensureInstalled } from './install.mjs'
import { findNode, root, run, stop } from './runtime.mjs'

const [major] = process.versions.node.split('.').map(Number)
if (major < 20) stop(`Node ${process.versions.node} is too old: install Node 20 or newer (https://nodejs.org)`)

try {
  await ensureInstalled()
  await buildWebIfStale()
  const words = [join(root, 'src', 'cli', 'main.ts'), 'demo', ...process.argv.slice(2)]
  process.exitCode = (await run(findNode(), words, { channel: true })).code
} catch (fault) {
  stop(`npm start: ${fault.message}`)
}
