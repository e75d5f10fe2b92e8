import type { RedisOptions } from 'ioredis'
import type { Log } from '../../log.ts'
import { Redis } from 'ioredis'

/** A producer's call waits this long for a connection that is just being made. */
const connectPatienceMs = 1_000
/** For a store that hangs. */
const quitPatienceMs = 500
const unavailableReplies = /^(?:OOM|EXECABORT|READONLY|LOADING|MISCONF|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|BUSY|NOREPLICAS|NOAUTH|WRONGPASS)\b/
const connectionErrors = /Connection is closed|Stream isn't writeable|Command timed out|ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTFOUND|EAI_AGAIN|Connection to Redis timed out/i

/** True for errors that say the store is away or refuses writes, as opposed to errors of the call itself. */
export function isRedisUnavailable(error: unknown): boolean {
  if (!(error instanceof Error))
    return false
  return error.name === 'MaxRetriesPerRequestError'
    || unavailableReplies.test(error.message)
    || connectionErrors.test(`${error.message} ${'code' in error ? String(error.code) : ''}`)
}

const shared = {
  connectTimeout: 2_000,
  /** Soon at first, then at most each 5 s, spread so that many processes do not return at once. */
  retryStrategy: times => Math.min(100 * 2 ** Math.min(times, 6), 5_000) * (0.75 + Math.random() / 2),
  /** After a failover the old primary answers READONLY: reconnect and send the command again. */
  reconnectOnError: error => error.message.startsWith('READONLY') ? 2 : false,
} satisfies RedisOptions

/** For producers: every command fails at once while the store is away, and in 3 s when it hangs. */
export function connectProducer(url: string, log: Log): Redis {
  return watch(new Redis(url, { ...shared, enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 3_000 }), 'producer', log)
}

/**
 * For workers and readers of events: commands wait for the store's return. BullMQ duplicates the connection for what
 * blocks and, when the store is away, goes on reconnecting the copies after it was closed: `end` closes all of them for good.
 */
export function connectWorker(url: string, log: Log): { client: Redis, end: () => Promise<void> } {
  const family: Redis[] = []
  let ended = false

  function adopt(member: Redis): Redis {
    const connect = member.connect.bind(member)
    const duplicate = member.duplicate.bind(member)
    member.connect = async (callback) => {
      if (ended)
        throw new Error('Connection is closed.')
      return connect(callback)
    }
    member.duplicate = override => adopt(duplicate(override))
    family.push(member)
    return member
  }

  const client = adopt(watch(new Redis(url, { ...shared, maxRetriesPerRequest: null }), 'worker', log))
  return {
    client,
    async end() {
      ended = true
      await Promise.all(family.map(disconnect))
    },
  }
}

/** Resolves when `client` can take a command; rejects when it cannot soon. */
export async function reachable(client: Redis): Promise<void> {
  if (client.status === 'ready')
    return
  if (client.status !== 'connecting' && client.status !== 'connect')
    throw new Error(`Connection is closed (${client.status})`)
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  const fail = () => reject(new Error('Connection is closed'))
  const timer = setTimeout(fail, connectPatienceMs)
  client.once('ready', resolve).once('close', fail)
  try {
    await promise
  }
  finally {
    clearTimeout(timer)
    client.off('ready', resolve).off('close', fail)
  }
}

/** Ends a connection whatever its state; politely when it can take a command. */
export async function disconnect(client: Redis): Promise<void> {
  const { promise: patience, resolve } = Promise.withResolvers<void>()
  const timer = setTimeout(resolve, quitPatienceMs)
  if (client.status === 'ready')
    await Promise.race([client.quit().then(() => undefined, () => undefined), patience])
  clearTimeout(timer)
  client.disconnect()
}

/** Says when the store goes and comes back, once each, rather than once per failed attempt. */
function watch(client: Redis, role: string, log: Log): Redis {
  let lost = false
  client.on('ready', () => {
    if (lost)
      log.info({ event: 'queue-store.back', role }, 'queue store is back')
    lost = false
  })
  client.on('error', (error: Error) => {
    if (!lost)
      log.warn({ event: 'queue-store.lost', role, error: error.message }, 'queue store cannot be reached')
    lost = true
  })
  return client
}
