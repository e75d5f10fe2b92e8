import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { missingEntries, platformOf } from '../../scripts/complete-lockfile.mjs'

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as { packages: Parameters<typeof missingEntries>[0] }

test('the lockfile has the packages of every platform, so that npm ci accepts it on each', () => {
  expect(missingEntries(lock.packages).map(([path]) => path)).toEqual([])
})

test('the lockfile names no registry', () => {
  expect(Object.values(lock.packages).filter(entry => 'resolved' in entry)).toEqual([])
})

test('a dropped package of another platform is found missing, with the version that its parent pins', () => {
  const packages = {
    '': { version: '1.0.0' },
    'node_modules/a': { version: '1.0.0', dev: true, optionalDependencies: { 'a-linux-x64-musl': '1.2.3', 'a-darwin-arm64': '1.2.3', 'ranged': '^1.0.0' } },
    'node_modules/a/node_modules/a-linux-x64-musl': { version: '1.2.3' },
  }
  expect(missingEntries(packages)).toEqual([['node_modules/a-darwin-arm64', { version: '1.2.3', os: ['darwin'], cpu: ['arm64'], dev: true, optional: true }]])
})

test.each([
  ['@x/binding-linux-arm-gnueabihf', { os: ['linux'], cpu: ['arm'], libc: ['glibc'] }],
  ['@x/binding-wasm32-wasi', { cpu: ['wasm32'] }],
  ['@x/binding-win32-x64-msvc', { os: ['win32'], cpu: ['x64'] }],
])('%s names its platform', (name, platform) => {
  expect(platformOf(name)).toEqual(platform)
})
