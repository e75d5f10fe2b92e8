import type { Change, ServerAnswer, ServerOrder } from './protocol.ts'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

/** Where there is one, the database is on it: the live channel is measured, not the disk that others use as well. */
const memoryDisk = '/dev/shm'

export interface LiveServer extends AsyncDisposable {
  url: string
  /** Makes changes; answers which, and when each was written. */
  run: (pace: { perSecond: number, seconds: number }) => Promise<Change[]>
  /** Bytes held after a collection. */
  memory: () => Promise<number>
}

/** The bench's server as a process of its own, so that its readers do not slow it down but for the processor. */
export async function startLiveServer(jobs: number): Promise<LiveServer> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [String(jobs)], { execArgv: ['--expose-gc'], env: { ...process.env, ...existsSync(memoryDisk) && { TMPDIR: memoryDisk } } })

  async function answer<Kind extends ServerAnswer['kind']>(kind: Kind): Promise<Extract<ServerAnswer, { kind: Kind }>> {
    const ended = once(child, 'exit').then(([code]) => {
      throw new Error(`The server of the bench ended with ${code}.`)
    })
    const heard = new Promise<Extract<ServerAnswer, { kind: Kind }>>((resolve) => {
      child.on('message', function hear(message: ServerAnswer) {
        if (message.kind !== kind)
          return
        child.off('message', hear)
        resolve(message as Extract<ServerAnswer, { kind: Kind }>)
      })
    })
    return Promise.race([heard, ended])
  }

  function ask<Kind extends ServerAnswer['kind']>(order: ServerOrder, kind: Kind) {
    const heard = answer(kind)
    child.send(order)
    return heard
  }

  const { url } = await answer('ready')
  return {
    url,
    run: async pace => (await ask({ kind: 'run', perSecond: pace.perSecond, seconds: pace.seconds }, 'ran')).changes,
    memory: async () => (await ask({ kind: 'memory' }, 'memory')).bytes,
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null)
        return
      const exited = once(child, 'exit')
      child.send({ kind: 'stop' } satisfies ServerOrder)
      await exited
    },
  }
}
