import { afterAll, beforeAll, describe } from 'vitest'
import { createEmbeddedStores } from '../support/embedded-stores.ts'
import { describeQueueBackend } from './queue-backend.ts'

describe('embedded', { timeout: 60_000 }, () => {
  let stores: Awaited<ReturnType<typeof createEmbeddedStores>>
  beforeAll(async () => {
    stores = await createEmbeddedStores()
  }, 120_000)
  afterAll(async () => stores.remove())

  describeQueueBackend(async () => stores.open())
})
