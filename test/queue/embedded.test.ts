import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { QueueUnavailable } from '../../server/errors.ts'
import { openQueueBackend } from '../../server/queue/backends/index.ts'
import { createJobQueue } from '../../server/queue/job-queue.ts'
import { entry, openBench } from '../contract/queue-backend/bench.ts'
import { openPeer } from '../contract/queue-backend/peer.ts'
import { silentLog } from '../support/log.ts'

async function openStore() {
  const directory = await mkdtemp(join(tmpdir(), 'gleaner-embedded-'))
  return { directory, url: `embedded:${join(directory, 'queue')}`, [Symbol.asyncDispose]: async () => rm(directory, { recursive: true, force: true }) }
}

describe('embedded queue', { timeout: 120_000 }, () => {
  test('a second process is refused with the way out, and let in once the first is gone', async () => {
    await using store = await openStore()
    await using first = await openPeer(store, 'open')
    await first.lines.until(line => line === 'open')
    await using second = await openPeer(store, 'open')
    const refusal = await second.lines.until(line => line.startsWith('refused'))
    expect(refusal).toMatch(/is in use by process \d+\..*REDIS_URL/)
    first.tell('close')
    await first.exited
    await using third = await openPeer(store, 'open')
    await third.lines.until(line => line === 'open')
  })

  test('kill -9 while jobs are added and run keeps every job that was added', async () => {
    await using store = await openStore()
    const added: string[] = []
    for (let round = 0; round < 3; round++) {
      await using peer = await openPeer(store, 'hold')
      await peer.lines.until(line => line === 'open')
      for (let job = 0; job < 30; job++)
        peer.tell(`add r${round}-${job}`)
      // In the middle of the rest: some are running, some waiting, some not added yet.
      await peer.lines.untilCount(10, line => line.startsWith('added '))
      peer.kill('SIGKILL')
      await peer.exited
      added.push(...peer.lines.entries.filter(line => line.startsWith('added ')).map(line => line.slice('added '.length)))
    }
    await using bench = await openBench(async () => ({ url: store.url, [Symbol.asyncDispose]: async () => undefined }))
    expect(await bench.queue.states(added.map(id => entry(id)))).not.toContain('unknown')
    await bench.work(undefined, { concurrency: 5, timing: { lockMs: 500, stalledCheckMs: 300 } })
    await Promise.all(added.map(async id => bench.event('completed', id)))
  })

  test('once closed every call is refused instead of hanging', async () => {
    await using store = await openStore()
    const backend = await openQueueBackend(store.url, { log: silentLog })
    const queue = createJobQueue(backend)
    await backend[Symbol.asyncDispose]()
    await expect(queue.add([entry('a')])).rejects.toBeInstanceOf(QueueUnavailable)
    await expect(queue.states([entry('a')])).rejects.toBeInstanceOf(QueueUnavailable)
    await expect(queue.ping()).rejects.toBeInstanceOf(QueueUnavailable)
  })

  test('a path that cannot be a directory is an error, and leaves no lock', async () => {
    await using store = await openStore()
    await writeFile(join(store.directory, 'queue'), 'a file')
    await expect(openQueueBackend(store.url, { log: silentLog })).rejects.toThrow(/EEXIST|ENOTDIR/)
  })
})
