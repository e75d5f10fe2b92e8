import type { Log } from '../log.ts'
import type { Loop } from '../queue/loop.ts'
import { createLoop } from '../queue/loop.ts'

/** Work that comes again: started at once, stopped by disposing. `wake` brings the next time forward. */
export interface Recurring extends AsyncDisposable, Pick<Loop, 'wake'> {}

/** `work` deals with its own errors, as rounds under a lease do. */
export function recur(everyMs: number, work: () => Promise<void>): Recurring {
  const loop = createLoop(everyMs, work)
  loop.start()
  return { wake: loop.wake, [Symbol.asyncDispose]: loop.stop }
}

/** Small work, each second; a time that fails is followed by the next one. */
export function everySecond(task: string, work: () => Promise<unknown>, log: Log): Recurring {
  return recur(1000, async () => {
    try {
      await work()
    }
    catch (error) {
      log.warn({ event: 'round.failed', task, err: error }, 'a recurring task failed; it comes again')
    }
  })
}
