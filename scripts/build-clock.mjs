// Builds xinqiao/clock into dist/clock as plain JavaScript: Node strips no types under node_modules. Runs before npm pack.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findNode, root, run, stop } from './runtime.mjs'

const [out = join(root, 'dist', 'clock')] = process.argv.slice(2)
rmSync(out, { recursive: true, force: true })
const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc')
const words = [tsc, '--project', join(root, 'tsconfig.clock.json'), '--outDir', out]
const { code, said } = await run(findNode(), words, { quiet: true })
if (code !== 0) stop(`xinqiao/clock does not build:\n${said.trim()}`)
