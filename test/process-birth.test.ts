import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { expect, test } from 'vitest'
import { identityOf, isGone } from '../server/process-birth.ts'

test.skipIf(process.platform !== 'linux')('a process is gone once it has been killed, and not before', async () => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' })
  const worker = { pid: child.pid!, identity: await identityOf(child.pid!) }
  expect(worker.identity).toMatch(/pid:\[\d+\] \d+$/)
  expect(await isGone(worker)).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(await isGone(worker)).toBe(true)
})

test.skipIf(process.platform !== 'linux')('another process with the same id is not the same process', async () => {
  const own = (await identityOf(process.pid))!
  expect(await isGone({ pid: process.pid, identity: own })).toBe(false)
  expect(await isGone({ pid: process.pid, identity: own.replace(/\d+$/, '1') })).toBe(true)
})

test('one of another boot, of another container, or of unknown birth is never called gone', async () => {
  const nobody = 2 ** 22 + 1
  expect(await isGone({ pid: nobody, identity: null })).toBe(false)
  expect(await isGone({ pid: nobody, identity: '6b1e3f9c-0000-0000-0000-000000000000 pid:[4026531836] 99' })).toBe(false)
  const own = await identityOf(process.pid)
  if (own !== null)
    expect(await isGone({ pid: nobody, identity: own.replace(/pid:\[\d+\]/, 'pid:[1]') })).toBe(false)
})
