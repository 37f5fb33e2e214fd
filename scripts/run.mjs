// Runs a TypeScript file with the pinned Node: node scripts/run.mjs FILE [WORDS …]
import { ensureInstalled } from './install.mjs'
import { findNode, run } from './runtime.mjs'

await ensureInstalled()
process.exitCode = (await run(findNode(), process.argv.slice(2))).code
