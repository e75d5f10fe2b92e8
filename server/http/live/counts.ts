import type { QueueInfo } from '../../contract/queue.ts'
import type { QueueService } from '../../jobs/ports.ts'
import type { Log } from '../../log.ts'

interface CountsDeps {
  queues: Pick<QueueService, 'list'>
  log: Pick<Log, 'warn'>
  everyMs: number
  onChange: (queues: QueueInfo[]) => void
}

/** Workers come and go, and other processes pause queues, without an event of ours: looked at every so many turns. */
const IDLE_TURNS = 5

/** Reads the queues' counts once for all listeners, after a change and now and then, and tells when they differ. */
export function createCounts({ queues, log, everyMs, onChange }: CountsDeps) {
  let timer: NodeJS.Timeout | undefined
  let touched = false
  let reading = false
  let turn = 0
  let last = ''

  async function refresh(): Promise<void> {
    turn++
    if (reading || !(touched || turn % IDLE_TURNS === 0))
      return
    reading = true
    touched = false
    try {
      const list = await queues.list()
      const text = JSON.stringify(list)
      if (text !== last && timer)
        onChange(list)
      last = text
    }
    catch (error) {
      log.warn({ event: 'live.counts-failed', err: error }, 'queue counts could not be read')
    }
    finally {
      reading = false
    }
  }

  return {
    /** Something changed: read again at the next turn. */
    touch: () => { touched = true },
    start: () => { timer ??= setInterval(() => void refresh(), everyMs) },
    stop() {
      clearInterval(timer)
      timer = undefined
      last = ''
    },
  }
}
