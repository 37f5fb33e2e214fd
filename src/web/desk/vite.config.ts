import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Ant Design writes its styles into `<style>` elements, which would need `style-src 'unsafe-inline'`. This puts our adopted
 * style sheets in the place of the one module that does so, and the policy stays `style-src 'self'`.
 */
const adoptedStyles = (): Plugin => ({
  name: 'xinqiao:adopted-styles',
  enforce: 'pre',
  resolveId: (source) => (/Dom\/dynamicCSS(\.js)?$/.test(source) ? here('./theme/adopted-styles.ts') : null),
})

export default defineConfig({
  root: here('.'),
  base: '/desk/',
  plugins: [adoptedStyles(), react()],
  build: {
    outDir: here('../../../dist/desk'),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts and pictures as files of their own: `img-src` and `font-src` need no `data:`.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What each page is made of: a page that is taken along keeps just that (offline/shell.ts).
    manifest: 'shell.json',
    rolldownOptions: {
      input: { desk: here('./index.html'), 'field-worker': here('./offline/worker.ts') },
      // The worker has the same address for ever, and its place in the tree bounds what it may see.
      output: {
        entryFileNames: ({ name }) => (name === 'field-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
    chunkSizeWarningLimit: 900,
  },
})
