import type { Buffer } from 'node:buffer'
import type { LiveEvent } from '../../server/contract/event.ts'
import type { ExportFlowRequest, Job, JobRequest } from '../../server/contract/job.ts'
import type { ProductSummary } from '../../server/contract/product.ts'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { isFinal } from '../../server/contract/job-status.ts'
import { layEmbeddedStore } from '../support/embedded-template.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const startMs = 60_000
const lineMs = 120_000
const answerMs = 60_000

/** Folders of one installation: they stay when its server is killed, and go when the test ends. */
export interface Home extends AsyncDisposable {
  data: string
  exports: string
}

/** `untouched`: the first start makes the store of the embedded queue by itself, which takes seconds. */
export async function createHome({ untouched = false } = {}): Promise<Home> {
  const folder = await mkdtemp(join(tmpdir(), 'gleaner-e2e-'))
  const data = join(folder, 'data')
  if (!untouched)
    await layEmbeddedStore(join(data, 'queue'))
  return {
    data,
    exports: join(folder, 'exports'),
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }),
  }
}

export interface Gleaner extends AsyncDisposable {
  url: string
  pid: number
  /** Resolves with the first line of its standard output, past or to come, that matches; rejects when it ends before, or says nothing of the kind for two minutes. */
  line: (pattern: RegExp) => Promise<string>
  /** Sends JSON, answers JSON; rejects when the status is not of the 2xx. */
  post: <Answer>(path: string, body: unknown) => Promise<Answer>
  get: <Answer>(path: string) => Promise<Answer>
  submit: (request: JobRequest) => Promise<Job>
  export: (request: Partial<ExportFlowRequest>) => Promise<Job>
  /** The job once it has ended, told by the live stream, not by asking again and again. */
  ended: (jobId: string) => Promise<Job>
  products: (brandId: string) => Promise<ProductSummary[]>
  /** Ends the process as given, SIGTERM when not; resolves with its exit code, null after a signal. */
  end: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** The real server as a process of its own, on a free port, with an embedded queue unless `env` says otherwise. */
export async function startGleaner(home: Home, env: NodeJS.ProcessEnv = {}): Promise<Gleaner> {
  const { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE } = process.env
  const child = spawn(process.execPath, ['server/main.ts'], {
    cwd: root,
    env: { PATH, HOME, TMPDIR, NODE_COMPILE_CACHE, PORT: '0', SAMPLE_SHOP: 'off', DATA_DIR: home.data, EXPORTS_DIR: home.exports, SCRAPE_DELAY_MS: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const lines: string[] = []
  let errors = ''
  let isOver = false
  // Its exit code may come after the end of its output, and neither comes twice.
  const over = once(child, 'close').then(() => void (isOver = true))
  child.stderr.on('data', (chunk: Buffer) => errors += chunk.toString())
  const reader = createInterface(child.stdout)
  reader.on('line', text => lines.push(text))

  async function line(pattern: RegExp): Promise<string> {
    const limit = AbortSignal.timeout(lineMs)
    for (;;) {
      const found = lines.find(text => pattern.test(text))
      if (found !== undefined)
        return found
      if (isOver || limit.aborted)
        throw new Error(`The server ${isOver ? 'ended' : `ran for ${lineMs / 1000} s`} before it said ${pattern}:\n${lines.join('\n')}\n${errors}`)
      await Promise.race([once(reader, 'line', { signal: limit }).catch(() => undefined), over])
    }
  }

  async function end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    if (child.exitCode === null && child.signalCode === null) {
      const exited = once(child, 'exit')
      child.kill(signal)
      await exited
    }
    return child.exitCode
  }

  const timer = setTimeout(() => child.kill('SIGKILL'), startMs)
  const ready = await line(/ready at http/).finally(() => clearTimeout(timer))
  const url = /http:\/\/[^\s/]+/.exec(ready)![0]

  async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
    const response = await fetch(url + path, { ...init, signal: AbortSignal.timeout(answerMs) })
    if (!response.ok)
      throw new Error(`${init?.method ?? 'GET'} ${path} answered ${response.status}: ${await response.text()}`)
    return await response.json() as Answer
  }
  const get = <Answer>(path: string): Promise<Answer> => ask(path)
  const post = <Answer>(path: string, body: unknown): Promise<Answer> => ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })

  return {
    url,
    pid: child.pid!,
    line,
    get,
    post,
    submit: request => post('/api/jobs', request),
    export: request => post('/api/exports', request),
    async ended(jobId) {
      // A stream that is cut off, as that of a slow reader is, begins anew.
      for (;;) {
        for await (const event of changes(url)) {
          // A snapshot holds the newest jobs only: what it does not tell of may have ended meanwhile.
          if (event.kind !== 'snapshot' && !(event.kind === 'job' && event.job.id === jobId && isFinal(event.job.status)))
            continue
          const job = await get<Job>(`/api/jobs/${jobId}`)
          if (isFinal(job.status))
            return job
        }
      }
    },
    async products(brandId) {
      const found: ProductSummary[] = []
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: { items: ProductSummary[], nextCursor: string | null } = await get(`/api/products?brandId=${brandId}&limit=200${cursor && `&cursor=${cursor}`}`)
        found.push(...page.items)
        cursor = page.nextCursor
      }
      return found
    },
    end,
    [Symbol.asyncDispose]: async () => void await end('SIGKILL'),
  }
}

/** The live stream as `curl -N` sees it; ends when the caller stops reading. */
async function* changes(url: string): AsyncGenerator<LiveEvent> {
  const controller = new AbortController()
  const response = await fetch(`${url}/api/events`, { signal: controller.signal })
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for await (const chunk of response.body!) {
      const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = parts.pop()!
      for (const part of parts) {
        if (part.startsWith('data:'))
          yield JSON.parse(part.slice('data:'.length)) as LiveEvent
      }
    }
  }
  finally {
    controller.abort()
  }
}
