import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/**
 * The portal is for people with old phones on slow lines: few bytes, old syntax, nothing inline, nothing from elsewhere. Chrome 64 and
 * Safari 12 (2018) are the oldest that know both modules and loading them later; what else they lack is in `old-phones.ts`.
 */
export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  publicDir: false,
  // the development runtime would write the paths of the building machine into every page
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
  build: {
    outDir: resolve(import.meta.dirname, '../../../dist/portal'),
    emptyOutDir: true,
    target: ['chrome64', 'safari12'],
    cssTarget: ['chrome64', 'safari12'],
    // a picture as a data: address would need a hole in the content security policy
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
})
