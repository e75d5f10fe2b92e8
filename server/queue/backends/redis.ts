import type { Redis } from 'ioredis'
import type { BackendOptions, Broadcast, QueueBackend } from './backend.ts'
import { createRedisBackend } from 'bullmq'
import { QueueUnavailable } from '../../errors.ts'
import { createBullmqObjects } from './bullmq-objects.ts'
import { createOwner } from './owned.ts'
import { checkRedis } from './redis-check.ts'
import { connectProducer, connectWorker, disconnect, isRedisUnavailable, reachable } from './redis-client.ts'

/** `redis://` or `rediss://`: any number of processes on any number of machines. Connects in the background. */
export function openRedis(url: string, { log, prefix = '{gleaner}' }: BackendOptions): QueueBackend {
  const owner = createOwner()
  const producer = connectProducer(url, log)
  owner.defer(async () => disconnect(producer))
  let patient: Redis | undefined

  /** Shared by workers and readers of events; BullMQ duplicates it for what blocks. */
  function waiting(): Redis {
    if (patient)
      return patient
    const { client, end } = connectWorker(url, log)
    patient = client
    owner.defer(end)
    return client
  }

  async function guard<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
      await reachable(producer)
      return await call()
    }
    catch (error) {
      throw isRedisUnavailable(error) ? new QueueUnavailable(error) : error
    }
  }

  return {
    kind: 'redis',
    guard,
    broadcast: createBroadcast(`${prefix}:broadcast`, producer, waiting),
    ...createBullmqObjects({ factory: createRedisBackend, producing: () => producer, waiting, prefix, eventsBlockMs: 5_000, owner, log }),
    ping: async () => guard(async () => void await producer.ping()),
    check: async () => guard(async () => checkRedis(producer, Date.now())),
    countWorkers: async queue => queue.getWorkersCount(),
    [Symbol.asyncDispose]: owner.dispose,
  }
}

function createBroadcast(channel: string, producer: Redis, waiting: () => Redis): Broadcast {
  return {
    publish: async message => void await producer.publish(channel, message),
    subscribe(listener) {
      const subscriber = waiting().duplicate()
      subscriber.on('error', () => undefined) // said by the connection that it duplicates
      subscriber.on('message', (_channel, message) => listener(message))
      const { promise: ready, resolve } = Promise.withResolvers<void>()
      void subscriber.subscribe(channel).then(() => resolve(), () => undefined)
      return { ready, stop: async () => disconnect(subscriber) }
    },
  }
}
