import type { Socket } from 'node:net'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { connect } from 'node:net'
import process from 'node:process'
import { examine } from '../rig/examine.ts'
import { percentile } from '../rig/percentile.ts'
import { each, until } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F31: dashboards that are connected and never read (a laptop asleep, a lost tunnel). */
export const slowClients = defineScenario({
  name: 'slow-clients',
  title: 'Connected dashboards never read what they are sent',
  modes: ['F31'],
  sizes: {
    // Short runs share their machine with others.
    short: { clients: 10, jobs: 80, growthMb: 80, heardMs: 5_000 },
    long: { clients: 50, jobs: 6_000, growthMb: 80, heardMs: 1_000 },
  },
  unavailable: () => process.platform === 'linux' ? null : 'memory is read from /proc',
  async run(trial, { clients, jobs, growthMb, heardMs }) {
    await using stack = new AsyncDisposableStack()
    const installation = await trial.install({ pageDelayMs: 20 })
    const api = await installation.start('api')
    await installation.start('worker')
    const stocked = await stock(installation)
    const { host, port } = new URL(installation.url)
    for (let index = 0; index < clients; index++) {
      const socket: Socket = connect({ port: Number(port), host: '127.0.0.1' })
      stack.defer(() => void socket.destroy())
      socket.on('error', () => undefined)
      await once(socket, 'connect')
      // It asks and then reads nothing: what it is sent stays in the kernel, and then in the server.
      socket.pause()
      socket.write(`GET /api/events HTTP/1.1\r\nHost: ${host}\r\nAccept: text/event-stream\r\n\r\n`)
    }
    const delays: number[] = []
    const reading = new AbortController()
    stack.defer(() => reading.abort())
    const { body } = await fetch(`${installation.url}/api/events`, { headers: { accept: 'text/event-stream' }, signal: reading.signal })
    const read = follow(body!, reading.signal, completedAt => void delays.push(Date.now() - Date.parse(completedAt)))

    const before = await residentMb(api.pid)
    let most = before
    await each(Array.from({ length: jobs }, (_, index) => index), 6, async (index) => {
      await installation.client.submit(smallJob(stocked, index))
      if (index % 50 === 0)
        most = Math.max(most, await residentMb(api.pid))
    })
    await settle(installation)
    most = Math.max(most, await residentMb(api.pid))
    // The last job has ended for the database; the news of it is on its way.
    await until('the last job to be heard of', heardMs, () => delays.length >= jobs).catch(() => undefined)
    reading.abort()
    await read

    trial.n(jobs, 'jobs')
    trial.n(clients, 'clients that never read')
    trial.figure({ name: 'ends of jobs that a reading client heard of', value: delays.length, atLeast: jobs })
    trial.figure({ name: 'from the end of a job to the reading client, p95', value: percentile(delays, 95), unit: 'ms', atMost: heardMs })
    trial.figure({ name: 'memory of the server before', value: before, unit: 'MB' })
    trial.figure({ name: 'growth of the server\'s memory, most', value: most - before, unit: 'MB', atMost: growthMb })
    trial.found(await examine(installation, { catalogue: true }))
  },
})

async function residentMb(pid: number): Promise<number> {
  return Number(/VmRSS:\s+(\d+)/.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
}

/** Reads an event stream until it is aborted, telling when each job that it hears of for the first time as completed was that. */
async function follow(body: ReadableStream<Uint8Array<ArrayBuffer>>, signal: AbortSignal, onCompleted: (at: string) => void): Promise<void> {
  try {
    const ended = new Set<string>()
    let rest = ''
    for await (const text of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + text).split('\n')
      rest = lines.pop()!
      for (const line of lines.filter(each => each.startsWith('data:'))) {
        const event = JSON.parse(line.slice(5)) as { kind?: string, job?: { id: string, status: string, completedAt: string | null } }
        if (event.kind !== 'job' || event.job?.status !== 'completed' || ended.has(event.job.id))
          continue
        ended.add(event.job.id)
        onCompleted(event.job.completedAt!)
      }
    }
  }
  catch (error) {
    if (!signal.aborted)
      throw error
  }
}
