import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { birthOf } from '../../server/process-birth.ts'
import { DirectoryInUse, lockDirectory } from '../../server/queue/backends/directory-lock.ts'

async function openDirectory() {
  const path = await mkdtemp(join(tmpdir(), 'gleaner-lock-'))
  return { path, lock: join(path, 'lock'), [Symbol.asyncDispose]: async () => rm(path, { recursive: true, force: true }) }
}

function ownedBy(fields: { pid: number, birth?: string | null, host?: string }): string {
  return JSON.stringify({ nonce: 'theirs', birth: null, host: hostname(), ...fields })
}

/** A process that is gone. */
async function deadPid(): Promise<number> {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' })
  await once(child, 'exit')
  return child.pid!
}

describe('directory lock', { timeout: 20_000 }, () => {
  test('one owner at a time, in the same process too; a released lock is free', async () => {
    await using directory = await openDirectory()
    const first = await lockDirectory(directory.path)
    await expect(lockDirectory(directory.path)).rejects.toThrow(DirectoryInUse)
    await expect(lockDirectory(directory.path)).rejects.toThrow(`process ${process.pid}`)
    await first.release()
    const second = await lockDirectory(directory.path)
    await first.release() // not its own any more
    expect(JSON.parse(await readFile(directory.lock, 'utf8'))).toMatchObject({ pid: process.pid })
    await second.release()
    await expect(readFile(directory.lock)).rejects.toThrow('ENOENT')
  })

  test('the lock of a dead process is taken over', async () => {
    await using directory = await openDirectory()
    await writeFile(directory.lock, ownedBy({ pid: await deadPid(), birth: '1' }))
    await (await lockDirectory(directory.path)).release()
  })

  test('a later process with the same id is not mistaken for the owner, as in a restarted container', async () => {
    await using directory = await openDirectory()
    await writeFile(directory.lock, ownedBy({ pid: process.pid, birth: 'another life' }))
    await (await lockDirectory(directory.path)).release()
  })

  test('a living owner is named', async () => {
    await using directory = await openDirectory()
    const child = spawn(process.execPath, ['--eval', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] })
    await once(child, 'spawn')
    await writeFile(directory.lock, ownedBy({ pid: child.pid!, birth: await birthOf(child.pid!) }))
    await expect(lockDirectory(directory.path)).rejects.toThrow(`is in use by process ${child.pid}.`)
    child.stdin.end()
    await once(child, 'exit')
    await (await lockDirectory(directory.path)).release()
  })

  test('an owner on another host lives as long as it touches its lock', async () => {
    await using directory = await openDirectory()
    await writeFile(directory.lock, ownedBy({ pid: 1, host: 'elsewhere' }))
    await expect(lockDirectory(directory.path)).rejects.toThrow('process 1 on elsewhere')
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(directory.lock, longAgo, longAgo)
    await (await lockDirectory(directory.path)).release()
  })

  test.each(['', 'not json', '{"pid":"x"}', '[]', 'null'])('a lock that says %j is left to whoever is writing it, then taken over', async (text) => {
    await using directory = await openDirectory()
    await writeFile(directory.lock, text)
    await expect(lockDirectory(directory.path)).rejects.toThrow('another process')
    const longAgo = new Date(Date.now() - 60_000)
    await utimes(directory.lock, longAgo, longAgo)
    await (await lockDirectory(directory.path)).release()
  })

  test('of many that find a dead lock at once, one gets it', async () => {
    await using directory = await openDirectory()
    await writeFile(directory.lock, ownedBy({ pid: await deadPid(), birth: '1' }))
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, async () => lockDirectory(directory.path)))
    const winners = attempts.filter(attempt => attempt.status === 'fulfilled')
    expect(winners).toHaveLength(1)
    await winners[0]!.value.release()
  })

  test('a directory that is not there is an error, not a lock', async () => {
    await using directory = await openDirectory()
    await expect(lockDirectory(join(directory.path, 'nowhere'))).rejects.toThrow('ENOENT')
  })
})
