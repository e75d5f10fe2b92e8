import { execFile } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const script = fileURLToPath(new URL('frugal-process.ts', import.meta.url))
const { MALLOC_ARENA_MAX: _, NODE_OPTIONS: __, ...env } = process.env

async function run(flags: string[], more: Record<string, string> = {}): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [...flags, script, 'a', 'b c'], { env: { ...env, ...more } })
  return JSON.parse(stdout)
}

test.skipIf(process.platform === 'win32')('a process begins anew with a small nursery, as the same process with the same flags and arguments', async () => {
  expect(await run(['--no-warnings'])).toEqual({ isSameProcess: true, flags: ['--no-warnings', expect.stringContaining('semi-space') as string, expect.stringContaining('growing') as string, expect.stringContaining('pool-size') as string], arguments: ['a', 'b c'], arenas: '2' })
})

test('what somebody has set by hand stays as it is', async () => {
  expect(await run([], { MALLOC_ARENA_MAX: '4' })).toMatchObject({ flags: [], arenas: '4' })
  expect(await run(['--max-semi-space-size=32'])).toMatchObject({ flags: ['--max-semi-space-size=32'], arenas: null })
  expect(await run([], { NODE_OPTIONS: '--max-semi-space-size=32' })).toMatchObject({ flags: [], arenas: null })
})
