import type { Log } from '../../log.ts'
import { isRedisUnavailable } from './redis-client.ts'

interface Emitter {
  on: (event: 'error', listener: (error: Error) => void) => unknown
}

/**
 * Every BullMQ object gets a listener, or an error would end the process. Connection errors repeat while the store
 * is away and the connection itself reports them, so here they are for debugging only.
 */
export function quieten<Thing extends Emitter>(thing: Thing, log: Log): Thing {
  thing.on('error', error => log[isRedisUnavailable(error) ? 'debug' : 'warn']({ event: 'queue.error', error: error.message }, 'queue error'))
  return thing
}
