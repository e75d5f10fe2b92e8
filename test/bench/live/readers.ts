import type { Buffer } from 'node:buffer'
import type { LiveMessage } from '../../../server/contract/event.ts'
import type { JobSummary } from '../../../server/contract/job.ts'
import { once } from 'node:events'
import { WebSocket } from 'ws'

/** A dashboard: it keeps the newest version of each job that it hears of, and when each change came. */
export interface Reader {
  versions: Map<string, number>
  /** Changes in the order in which they came, and when (ms since 1970). */
  heard: { job: Pick<JobSummary, 'id' | 'version'>, at: number }[]
  /** Takes rows that were read by REST. */
  put: (jobs: Pick<JobSummary, 'id' | 'version'>[]) => void
  /** Loses its connection and comes back, reading by REST what it may have missed. */
  reconnect: () => Promise<void>
  /** How often it had to read again. */
  resyncs: () => number
  close: () => void
}

type Decode = (data: Buffer) => LiveMessage

/** Most readers get the same bytes in the same moment: they are parsed once, else the readers would be the bottleneck. */
export function createDecoder(): Decode {
  const recent: { data: Buffer, message: LiveMessage }[] = []
  return (data) => {
    const known = recent.find(each => each.data.equals(data))
    if (known)
      return known.message
    const message = JSON.parse(data.toString()) as LiveMessage
    recent.push({ data, message })
    if (recent.length > 4)
      recent.shift()
    return message
  }
}

export async function openReader({ url }: { url: string }, decode: Decode): Promise<Reader> {
  const versions = new Map<string, number>()
  const heard: Reader['heard'] = []
  let snapshots = 0
  let socket = await connect()

  function put({ id, version }: Pick<JobSummary, 'id' | 'version'>): boolean {
    const isNew = version > (versions.get(id) ?? 0)
    if (isNew)
      versions.set(id, version)
    return isNew
  }

  function receive(message: LiveMessage): void {
    const at = Date.now()
    for (const event of message) {
      if (event.kind === 'job' && put(event.job))
        heard.push({ job: event.job, at })
      if (event.kind === 'snapshot') {
        event.jobs.forEach(put)
        // Later snapshots mean that something was missed: what is on screen is read again.
        if (snapshots++ > 0)
          void readAll(url).then(jobs => jobs.forEach(put))
      }
    }
  }

  async function connect(): Promise<WebSocket> {
    const opened = new WebSocket(`${url.replace('http', 'ws')}/api/events`, { origin: url })
    opened.on('message', (data: Buffer) => receive(decode(data)))
    opened.on('error', () => {})
    await once(opened, 'open')
    return opened
  }

  return {
    versions,
    heard,
    put: jobs => jobs.forEach(put),
    async reconnect() {
      socket.terminate()
      socket = await connect()
    },
    resyncs: () => Math.max(0, snapshots - 1),
    close: () => socket.terminate(),
  }
}

/** Every job by the REST API, page after page. */
export async function readAll(url: string): Promise<Pick<JobSummary, 'id' | 'version'>[]> {
  const jobs: JobSummary[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const response = await fetch(`${url}/api/jobs?limit=200${cursor && `&cursor=${encodeURIComponent(cursor)}`}`)
    const page = await response.json() as { items: JobSummary[], nextCursor: string | null }
    jobs.push(...page.items)
    cursor = page.nextCursor
  }
  return jobs
}
