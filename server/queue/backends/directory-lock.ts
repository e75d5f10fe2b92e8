import { randomUUID } from 'node:crypto'
import { readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { birthOf } from '../../process-birth.ts'

/** An owner that we cannot ask after (on another host: a container, a shared disk) lives as long as it touches its lock. */
const heartbeatMs = 5_000
const staleAfterMs = 3 * heartbeatMs
/** Of two processes that find the same dead lock, the one whose lock stands after this time has it. */
const settleMs = 200
const patienceMs = 1500
const pollMs = 100

const Owner = z.object({ nonce: z.string(), pid: z.number().int(), birth: z.string().nullable(), host: z.string() })
type Owner = z.infer<typeof Owner>

/** The directory belongs to another running process. */
export class DirectoryInUse extends Error {
  override readonly name = 'DirectoryInUse'
  constructor(directory: string, owner: string) {
    super(`${directory} is in use by ${owner}. The embedded queue serves one process: stop the other one, or set REDIS_URL to share a queue between processes.`)
  }
}

export interface DirectoryLock {
  release: () => Promise<void>
}

/** Takes `<directory>/lock` for this process; a dead owner's lock is taken over. Throws `DirectoryInUse`. */
export async function lockDirectory(directory: string): Promise<DirectoryLock> {
  const path = join(directory, 'lock')
  const nonce = randomUUID()
  if (!await claim(path, nonce))
    await takeOver(path, nonce, directory)
  const heartbeat = setInterval(() => void touch(path), heartbeatMs)
  heartbeat.unref()
  return {
    async release() {
      clearInterval(heartbeat)
      if ((await readOwner(path))?.nonce === nonce)
        await rm(path, { force: true })
    },
  }
}

async function takeOver(path: string, nonce: string, directory: string): Promise<void> {
  const owner = await ownerAfterPatience(path)
  if (owner !== 'gone')
    throw new DirectoryInUse(directory, describe(owner))
  await rm(path, { force: true })
  await claim(path, nonce)
  await sleep(settleMs)
  const winner = await readOwner(path)
  if (winner?.nonce !== nonce)
    throw new DirectoryInUse(directory, describe(winner))
}

/** A process that was killed a moment ago may take that long to go; whoever restarts it at once should not be refused. */
async function ownerAfterPatience(path: string): Promise<Owner | null | 'gone'> {
  for (let waited = 0; ; waited += pollMs) {
    const owner = await readOwner(path)
    if (!await isAlive(path, owner))
      return 'gone'
    if (waited >= patienceMs)
      return owner
    await sleep(pollMs)
  }
}

async function claim(path: string, nonce: string): Promise<boolean> {
  const owner: Owner = { nonce, pid: process.pid, birth: await birthOf(process.pid), host: hostname() }
  try {
    await writeFile(path, `${JSON.stringify(owner)}\n`, { flag: 'wx' })
    return true
  }
  catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST')
      return false
    throw error
  }
}

/** Null when there is no lock, or none that can be read (yet). */
async function readOwner(path: string): Promise<Owner | null> {
  try {
    return Owner.parse(JSON.parse(await readFile(path, 'utf8')))
  }
  catch {
    return null
  }
}

async function isAlive(path: string, owner: Owner | null): Promise<boolean> {
  if (owner?.host === hostname()) {
    const birth = await birthOf(owner.pid)
    return birth !== null && (birth === owner.birth || birth === 'unknown')
  }
  const lock = await stat(path).catch(() => null)
  return lock !== null && Date.now() - lock.mtimeMs < staleAfterMs
}

async function touch(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch(() => undefined)
}

function describe(owner: Owner | null): string {
  if (owner === null)
    return 'another process'
  return owner.host === hostname() ? `process ${owner.pid}` : `process ${owner.pid} on ${owner.host}`
}
