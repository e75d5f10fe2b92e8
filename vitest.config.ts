import { availableParallelism } from 'node:os'
import process from 'node:process'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'vitest/config'
import { compileCache } from './test/support/compile-cache.ts'

/** Of servers and browsers as processes of their own. */
function wholeAfter(groupOrder: number) {
  return {
    // Their bounds are in seconds of a machine that may be shared: a real fault fails twice.
    retry: process.env.CI ? 1 : 0,
    sequence: { groupOrder },
    testTimeout: 120_000,
    hookTimeout: 60_000,
  }
}

export default defineConfig({
  plugins: [vue()],
  test: {
    // `.ci/run` reads its closing line from here.
    reporters: process.env.CI ? ['default', 'json'] : ['default'],
    outputFile: { json: 'node_modules/.cache/gleaner/tests.json' },
    // On a machine of two cores Vitest would start one; most tests wait for processes and sockets of their own.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Half the time of the parts was loading the same modules for each of 170 files. What a file changes for all (fake
    // timers, environment) it puts back.
    isolate: false,
    globalSetup: ['test/support/compile-cache.ts'],
    env: { NODE_COMPILE_CACHE: compileCache },
    // What is waited for comes within moments; a second is not enough of them when others have the processors.
    expect: { poll: { timeout: 10_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'parts',
          include: ['test/**/*.test.ts'],
          exclude: ['test/e2e/**', 'test/faults/**'],
          testTimeout: 15_000,
          hookTimeout: 30_000,
        },
      },
      // Whole servers and real browsers, after the rest.
      { extends: true, test: { name: 'whole', include: ['test/e2e/**/*.test.ts'], ...wholeAfter(1) } },
      // Left out of `npm test`, part of `npm run check`: they take minutes, and are of use when jobs, queue or store change.
      { extends: true, test: { name: 'faults', include: ['test/faults/**/*.test.ts'], ...wholeAfter(2) } },
    ],
  },
})
