import { randomUUID } from 'node:crypto'
import { pause } from './wait.ts'

export interface Request {
  type: 'scrape-brand' | 'scrape-product-details' | 'export-csv'
  data: Record<string, unknown>
  /** Makes it a flow, one level deep. */
  children?: Request[]
  [option: string]: unknown
}

/** One answer, or its absence. */
export interface Exchange { method: string, path: string, status: number | null, ms: number }

/**
 * A client as people write them: the same `Idempotency-Key` until an answer comes. `acknowledged` has every id that a
 * 2xx named; that list, not the server, says what was promised.
 */
export function createClient(url: () => string) {
  const acknowledged = new Map<string, Request>()
  const exchanges: Exchange[] = []
  /** What was sent for each id, with the key that it was sent under. */
  const sent = new Map<string, { path: string, request: Request, key: string }>()

  async function call(method: string, path: string, body?: unknown, headers: Record<string, string> = {}, timeoutMs = 30_000): Promise<{ status: number, body: Record<string, unknown> } | null> {
    const startedAt = performance.now()
    const exchange: Exchange = { method, path, status: null, ms: 0 }
    exchanges.push(exchange)
    try {
      const response = await fetch(url() + path, {
        method,
        headers: { ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
        body: body === undefined ? undefined : JSON.stringify(body),
        signal: AbortSignal.timeout(timeoutMs),
      })
      const text = await response.text()
      exchange.status = response.status
      return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) as Record<string, unknown> : {} }
    }
    catch {
      return null
    }
    finally {
      exchange.ms = performance.now() - startedAt
    }
  }

  /** Sends until a 2xx comes. A 4xx is a mistake of the harness and thrown. */
  async function insist(path: string, body: unknown, giveUpAfterMs = 120_000, key: string = randomUUID()): Promise<Record<string, unknown>> {
    const deadline = performance.now() + giveUpAfterMs
    for (;;) {
      const answer = await call('POST', path, body, { 'idempotency-key': key })
      if (answer && answer.status < 300)
        return answer.body
      if (answer && answer.status < 500 && answer.status !== 429)
        throw new Error(`POST ${path} was answered ${answer.status}: ${JSON.stringify(answer.body)}`)
      if (performance.now() > deadline)
        throw new Error(`POST ${path} had no 2xx within ${giveUpAfterMs / 1000} s`)
      await pause(100)
    }
  }

  return {
    acknowledged,
    exchanges,
    call,
    insist,
    async submit(request: Request): Promise<string> {
      const path = request.children ? '/api/flows' : '/api/jobs'
      const key = randomUUID()
      const { id } = await insist(path, request, undefined, key) as { id: string }
      acknowledged.set(id, request)
      sent.set(id, { path, request, key })
      return id
    },
    /** Sends the request of an acknowledged id once more, under the same key. @returns the id that is answered now */
    async submitAgain(id: string): Promise<string> {
      const { path, request, key } = sent.get(id)!
      return String((await insist(path, request, undefined, key)).id)
    },
  }
}
export type Client = ReturnType<typeof createClient>
