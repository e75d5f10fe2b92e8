import type { Context } from 'hono'
import type { OnceOnly } from '../jobs/ports.ts'
import type { HttpEnv } from './env.ts'
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { IdempotencyKey } from '../contract/idempotency.ts'

/** Of an operation that may be sent again without being done again. */
export const IdempotencyHeaders = z.object({
  'Idempotency-Key': IdempotencyKey.optional().describe('A name of your own for this request, a UUID for instance. The same request with the same key is carried out once and gets the same answer for 24 hours, then with `Idempotency-Replayed: true`; another request with it gets 422.'),
})

/** Of an answer to such an operation. */
export const replayedHeader = {
  'Idempotency-Replayed': { description: '`true` when this is the answer to an earlier request with the same `Idempotency-Key`', schema: { type: 'string', enum: ['true'] } },
} as const

/** The request as one that is carried out once; undefined when the client gave it no key. `body` is what the schemas made of it. */
export function onceOnly(c: Context<HttpEnv>, key: string | undefined, body: unknown): OnceOnly | undefined {
  if (key === undefined)
    return undefined
  return {
    key,
    hash: createHash('sha256').update(`${c.req.method} ${c.req.path}\n${JSON.stringify(body)}`).digest('hex'),
    onReplay: () => c.header('Idempotency-Replayed', 'true'),
  }
}
