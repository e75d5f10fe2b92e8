import type { Bench } from '../bench.ts'
import { measureLive, megabytes } from './measure.ts'

const mostP99Ms = 250
const mostHeldMore = 50 << 20

/** The live channel at the size that it promises. */
export const live: Bench = {
  name: 'live',
  title: '300 dashboards open, 500 changes a second, 50 of them never reading',
  file: 'RESULTS-live.md',
  async run({ long, say }) {
    const loads = [
      { readers: 50, stalled: 10, jobs: 1000, perSecond: 100, seconds: long ? 10 : 3, reconnects: 5 },
      { readers: 250, stalled: 50, jobs: 1000, perSecond: 500, seconds: long ? 20 : 4, reconnects: 10 },
    ]
    const rows = []
    const missed: string[] = []
    for (const load of loads) {
      say(`${load.readers} readers, ${load.stalled} that never read, ${load.perSecond} changes a second for ${load.seconds} s`)
      const found = await measureLive(load)
      rows.push([load.readers, load.stalled, load.perSecond, (found.made / load.seconds).toFixed(0), found.received, found.p50, found.p99, found.slowest, megabytes(found.heldMore), found.equalAfterMs ?? 'never', found.resyncs, found.stallMs])
      const what = `at ${load.readers} readers and ${load.perSecond}/s`
      if (!(found.p99 <= mostP99Ms))
        missed.push(`p99 ${found.p99} ms ${what} (target ${mostP99Ms})`)
      if (found.heldMore > mostHeldMore)
        missed.push(`${megabytes(found.heldMore)} more held ${what} (target 50 MB)`)
      if (found.equalAfterMs === null)
        missed.push(`not all readers equal the database 5 s after the last change ${what}`)
      if (found.made < load.perSecond * load.seconds * 0.9)
        missed.push(`only ${found.made} of ${load.perSecond * load.seconds} changes could be made ${what}: the machine was busy`)
    }
    return {
      columns: ['readers', 'never reading', 'changes/s asked', 'made', 'received', 'p50 ms', 'p99 ms', 'slowest ms', 'server holds more', 'equal after ms', 'resyncs', 'stall ms'],
      rows,
      notes: ['Real rows in SQLite, some ten changes a transaction, as bulk operations make them; real WebSockets over loopback; readers and server are two processes on the same machine. The database is on a memory disk where there is one. A change\'s time counts from when it has been written until a reader has parsed it. Memory is heap and buffers after a collection, beside that with idle readers. Some readers lose their connection in the middle and read again by REST what they missed; their times are left out of the percentiles. A stall is the longest that the machine kept the readers from running.'],
      missed,
    }
  },
}
