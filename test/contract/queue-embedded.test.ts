import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openQueueBackend } from '../../server/queue/backends/index.ts'
import { silentLog } from '../support/log.ts'
import { describeQueueBackend } from './queue-backend.ts'

describe('embedded', { timeout: 60_000 }, () => {
  let root: string
  let number = 0
  beforeAll(async () => {
    // Making a database takes seconds, copying one does not: every test gets a copy of this one.
    root = await mkdtemp(join(tmpdir(), 'gleaner-queue-'))
    const backend = await openQueueBackend(`embedded:${join(root, 'template')}`, { log: silentLog })
    await backend[Symbol.asyncDispose]()
  }, 120_000)
  afterAll(async () => rm(root, { recursive: true, force: true }))

  describeQueueBackend(async () => {
    const directory = join(root, String(++number))
    await cp(join(root, 'template'), directory, { recursive: true })
    return { url: `embedded:${directory}`, [Symbol.asyncDispose]: async () => rm(directory, { recursive: true, force: true }) }
  })
})
