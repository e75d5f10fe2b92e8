import type { BackendOptions, QueueBackend } from './backend.ts'
import { tell } from '../../contract/told.ts'
import { fieldError, InvalidInput } from '../../errors.ts'
import { openEmbedded } from './embedded.ts'
import { openRedis } from './redis.ts'

type Open = (url: string, options: BackendOptions) => Promise<QueueBackend> | QueueBackend

/** A queue store per URL scheme. */
const backends: Record<string, Open> = {
  'embedded:': (url, options) => openEmbedded(url.slice('embedded:'.length), options),
  'redis:': openRedis,
  'rediss:': openRedis,
}

/** Opens the queue store of `url`: `embedded:<directory>`, `redis://…` or `rediss://…`. Raises `InvalidInput` for others. */
export async function openQueueBackend(url: string, options: BackendOptions): Promise<QueueBackend> {
  const scheme = /^[a-z]+:/.exec(url)?.[0] ?? ''
  const open = Object.hasOwn(backends, scheme) ? backends[scheme] : undefined
  const known = open && (scheme === 'embedded:' ? url.length > scheme.length : URL.canParse(url) && new URL(url).hostname !== '')
  if (!open || !known)
    throw new InvalidInput([fieldError('QUEUE_URL', tell('queue-url', { options: 'embedded:<directory>, redis://host or rediss://host' }))])
  return open(url, options)
}
