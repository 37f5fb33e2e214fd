import { defineConfig } from 'vitest/config'

export default defineConfig({
  // the web has its own; for tests types are only stripped
  tsconfig: 'tsconfig.node.json',
  test: {
    include: ['src/**/*.test.ts', 'src/**/*.test.tsx', 'test/**/*.test.ts'],
    globalSetup: ['test/cluster.ts'],
    // two cores, one of which PostgreSQL wants
    maxWorkers: 2,
    // What a file imports is read once for each worker and not once for each of three hundred files. So whatever a module for tests opens is
    // opened by a function, and closed in the `afterAll` of the file that called it.
    isolate: false,
    testTimeout: 20_000,
    hookTimeout: 60_000,
    restoreMocks: true,
  },
})
