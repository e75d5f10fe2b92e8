import type { PrivateRedis } from '../support/redis.ts'
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe } from 'vitest'
import { redisMissing, startRedis } from '../support/redis.ts'
import { describeQueueBackend } from './queue-backend.ts'

describe.skipIf(redisMissing)('redis', { timeout: 60_000 }, () => {
  let redis: PrivateRedis
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(async () => redis[Symbol.asyncDispose]())

  // A prefix each keeps tests apart on one server.
  describeQueueBackend(async () => ({ url: redis.url, prefix: `{${randomUUID()}}`, [Symbol.asyncDispose]: async () => undefined }))
})
