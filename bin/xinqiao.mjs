#!/usr/bin/env node
// npx xinqiao VERB: hands over to src/cli/main.ts, which runs with the pinned Node.
import { join } from 'node:path'
import { findNode, root, run, stop } from '../scripts/runtime.mjs'

const words = process.argv.slice(2)
try {
  const node = findNode()
  if (!node) stop('xinqiao: not installed yet: run npm ci (or npm start) in the checkout first')
  process.exitCode = (await run(node, [join(root, 'src', 'cli', 'main.ts'), ...words])).code
} catch (fault) {
  stop(`xinqiao: ${fault.message}`)
}
