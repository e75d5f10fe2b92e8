import { once } from 'node:events'
import { utimesSync } from 'node:fs'
import { performance } from 'node:perf_hooks'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { createCheckout } from './checkout.ts'

const everything = ['npm ci', 'npm rebuild node', 'prisma', 'vite']

describe('set-up', () => {
  test('installs, generates and builds on a first start, a line each, then runs the program', async () => {
    using checkout = createCheckout()
    const { code, stdout } = await checkout.setUp(['--', 'program.mjs', '0', 'argument'])
    expect(code).toBe(0)
    expect(checkout.calls()).toEqual(everything)
    expect(stdout).toMatch(/✓ Install packages {2}\d.*✓ Generate the database client {2}\d.*✓ Build the dashboard {2}\d.*program v\d.* 0 argument/s)
  })

  test('does nothing and says nothing on a second start, quickly', async () => {
    using checkout = createCheckout()
    await checkout.setUp()
    checkout.calls()
    const start = performance.now()
    expect(await checkout.setUp()).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(performance.now() - start).toBeLessThan(1500)
    expect(checkout.calls()).toEqual([])
  })

  test.each([
    ['web/pages/JobsPage.vue', ['vite']],
    ['server/contract/job.ts', ['vite']],
    ['vite.config.ts', ['vite']],
    ['prisma/schema.prisma', ['prisma']],
    ['package-lock.json', everything],
    ['server/jobs/job-service.ts', []],
    ['README.md', []],
  ])('after a change of %s calls %j', async (file, expected) => {
    using checkout = createCheckout()
    await checkout.setUp()
    checkout.calls()
    checkout.write(file, '{ "packages": { "": {}, "node_modules/changed": { "version": "1.0.0" } } }')
    expect((await checkout.setUp()).code).toBe(0)
    expect(checkout.calls()).toEqual(expected)
  })

  test.each([
    ['node_modules', everything],
    ['dist', ['vite']],
    ['server/store/prisma', ['prisma']],
  ])('makes a deleted %s again', async (folder, expected) => {
    using checkout = createCheckout()
    await checkout.setUp()
    checkout.calls()
    checkout.remove(folder)
    await checkout.setUp()
    expect(checkout.calls()).toEqual(expected)
  })

  test('does not install what is already as the lockfile asks, whoever installed it', async () => {
    using checkout = createCheckout()
    await checkout.setUp()
    const lock = '{ "packages": { "": {}, "node_modules/a": { "version": "2.0.0" }, "node_modules/a-for-another-system": { "version": "2.0.0", "optional": true } } }'
    checkout.write('package-lock.json', lock)
    checkout.write('node_modules/.package-lock.json', '{ "packages": { "node_modules/a": { "version": "2.0.0" } } }')
    checkout.calls()
    await checkout.setUp()
    expect(checkout.calls()).not.toContain('npm ci')
    checkout.write('package-lock.json', lock.replace('2.0.0', '2.0.1'))
    await checkout.setUp()
    expect(checkout.calls()).toContain('npm ci')
  })

  test('installs without a lockfile too', async () => {
    using checkout = createCheckout()
    checkout.remove('package-lock.json')
    await checkout.setUp()
    expect(checkout.calls()[0]).toBe('npm install')
  })
})

describe('a set-up that fails', () => {
  test.each([
    ['getaddrinfo EAI_AGAIN registry', 'registry cannot be reached'],
    ['npm error code ENOSPC', 'disk is full'],
    ['407 Proxy Authentication Required', 'proxy asks for a user name'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'NODE_EXTRA_CA_CERTS'],
    ['can only install packages when your package.json and package-lock.json are in sync', 'run npm install once'],
  ])('shows the output of npm (%s) and says what to do', async (output, hint) => {
    using checkout = createCheckout()
    checkout.write('npm-fails', output)
    const { code, stdout, stderr } = await checkout.setUp(['--', 'program.mjs'])
    expect(code).toBe(1)
    expect(stdout).toContain('✗ Install packages')
    expect(stdout).not.toContain('program')
    expect(stderr).toContain(output)
    expect(stderr).toContain(hint)
    expect(stderr).not.toContain('    at ')
  })

  test('is tried again by the next start', async () => {
    using checkout = createCheckout()
    checkout.write('npm-fails', 'oh no')
    await checkout.setUp()
    checkout.remove('npm-fails')
    checkout.calls()
    expect((await checkout.setUp()).code).toBe(0)
    expect(checkout.calls()).toEqual(everything)
  })
})

describe('set-ups at the same time', () => {
  test('do the work once', async () => {
    using checkout = createCheckout()
    const ended = await Promise.all([1, 2, 3].map(() => checkout.setUp(['--', 'program.mjs'])))
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0])
    expect(checkout.calls()).toEqual(everything)
  })

  test('do not wait for one that was killed', async () => {
    using checkout = createCheckout()
    checkout.write('.setup.lock', '')
    const aMinuteAgo = new Date(Date.now() - 60_000)
    utimesSync(checkout.path('.setup.lock'), aMinuteAgo, aMinuteAgo)
    expect((await checkout.setUp()).code).toBe(0)
    expect(checkout.calls()).toEqual(everything)
  })
})

describe.each([
  ['in its own place', []],
  ['beside it, on a Node without execve', ['--import', 'data:text/javascript,process.execve = undefined']],
])('the program runs %s', (_how, nodeFlags) => {
  test('and its exit code is ours', async () => {
    using checkout = createCheckout()
    expect((await checkout.setUp(['--', 'program.mjs', '7'], nodeFlags)).code).toBe(7)
  })

  test('and gets our signal, once', async () => {
    using checkout = createCheckout()
    await checkout.setUp()
    const child = checkout.start(['--', 'waits.mjs'], nodeFlags)
    const output = text(child.stdout!)
    await once(child.stdout!, 'data')
    child.kill('SIGTERM')
    const [code] = await once(child, 'close') as [number]
    expect(code).toBe(3)
    expect((await output).match(/SIGTERM/g)).toHaveLength(1)
  })
})
