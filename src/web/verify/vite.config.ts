import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { defineConfig, type Plugin, type Rolldown } from 'vite'

/**
 * One file that checks receipts anywhere: off a disk, off a memory stick, years later, without a network. So script and style stand
 * in the page itself, and the page carries its own policy, which lets no other script in.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  publicDir: false,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  plugins: [standAlone()],
  build: {
    outDir: resolve(import.meta.dirname, '../../../dist/verify'),
    emptyOutDir: true,
    // the oldest that know whole numbers of any size, which signatures are reckoned with
    target: ['chrome67', 'safari14'],
    cssTarget: ['chrome67', 'safari14'],
    modulePreload: { polyfill: false },
    cssCodeSplit: false,
    rolldownOptions: {
      input: resolve(import.meta.dirname, 'verify.html'),
      output: { format: 'iife', codeSplitting: false },
    },
  },
})

/** Puts everything that was built into the page, and says in the page which script and style are its own. */
function standAlone(): Plugin {
  return {
    name: 'stand-alone',
    enforce: 'post',
    generateBundle(_, bundle) {
      const files = Object.values(bundle)
      const page = files.find(({ fileName }) => fileName.endsWith('.html')) as Rolldown.OutputAsset
      const script = textOf(files, '.js').trim()
      const style = textOf(files, '.css').trim()
      page.source = String(page.source)
        .replace(/\s*<script type="module"[^>]*><\/script>/, '')
        .replace(/\s*<link rel="stylesheet"[^>]*>/, () => `\n    <style>${style}</style>`)
        .replace('</body>', () => `  <script>${script}</script>\n  </body>`)
        .replace('POLICY', policyFor(script, style))
      for (const { fileName } of files) if (fileName !== page.fileName) delete bundle[fileName]
    },
  }
}

function textOf(files: readonly (Rolldown.OutputAsset | Rolldown.OutputChunk)[], ending: string): string {
  const found = files.filter(({ fileName }) => fileName.endsWith(ending))
  if (found.length !== 1) throw new Error(`the page needs one ${ending}, not ${found.length}`)
  const [file] = found
  const text = file?.type === 'chunk' ? file.code : String(file?.source)
  // what ends the element would end the script
  if (/<\/(?:script|style)/i.test(text)) throw new Error(`${file?.fileName} ends its own element`)
  return text
}

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

/** Only the log that somebody names is asked, and only when they press the button. */
const policyFor = (script: string, style: string): string =>
  [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${hashOf(style)}`,
    'img-src data:',
    'connect-src https: http:',
    "form-action 'none'",
    "base-uri 'none'",
  ].join('; ')
