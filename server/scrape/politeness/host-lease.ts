import type { Clock } from '../../clock.ts'

/** What is known of a host, times in milliseconds since 1970; the next process that asks it goes on from there. */
export interface HostKnowledge {
  nextAt: number
  quietUntil: number
  failures: number
  latencyMs: number | null
}

/** Where all processes meet. `held` is false while another one asks the host. */
export interface HostBook {
  take: (host: string, holder: string, now: number, forMs: number) => Promise<{ held: true, state: HostKnowledge, wanted: boolean } | { held: false }>
  keep: (host: string, holder: string, state: HostKnowledge, now: number, forMs: number | null) => Promise<{ held: true, wanted: boolean } | { held: false }>
}

export interface HostLeaseOptions {
  host: string
  holder: string
  book: HostBook
  clock: Clock
  /** Read when it is written down, and filled in when the host is taken over. */
  knowledge: HostKnowledge
  /** Requests to the host that have been sent and not settled. */
  inFlight: () => number
}

/** A process that dies leaves its hosts alone for as long. */
const leaseMs = 10_000
const renewMs = 2000
/** No request begins when the lease may end before the book hears of it. */
const marginMs = 1000
/** After giving a host away to one who waits: long enough for that one to look. */
const stepBackMs = 500

/**
 * One process's hold on a host that others want as well. While it holds, its own limits are the host's limits; it gives
 * the host away when another process waits and nothing is under way, so that concurrency, delay, pauses and the circuit
 * breaker hold over all of them, at the price of one write in two seconds.
 */
export function createHostLease({ host, holder, book, clock, knowledge, inFlight }: HostLeaseOptions) {
  let until = 0
  let yielding = false
  let awayUntil = 0
  let timer: NodeJS.Timeout | undefined
  let asking: Promise<void> | null = null
  let idleRounds = 0

  const isHeld = (): boolean => !yielding && clock.now() < until - marginMs

  async function ask(): Promise<void> {
    if (yielding || isHeld() || clock.now() < awayUntil)
      return
    const askedAt = clock.now()
    const turn = await book.take(host, holder, askedAt, leaseMs)
    if (!turn.held)
      return
    const { nextAt, quietUntil, failures, latencyMs } = turn.state
    Object.assign(knowledge, {
      nextAt: Math.max(knowledge.nextAt, nextAt),
      quietUntil: Math.max(knowledge.quietUntil, quietUntil),
      failures,
      latencyMs: latencyMs ?? knowledge.latencyMs,
    })
    until = askedAt + leaseMs
    idleRounds = 0
    schedule()
  }

  function schedule(): void {
    clearTimeout(timer)
    timer = setTimeout(() => void renew().catch(() => schedule()), renewMs)
    timer.unref()
  }

  /** Nobody asked the host for two rounds, or another process waits: it is given back as soon as nothing is under way. */
  async function renew(): Promise<void> {
    idleRounds = inFlight() > 0 || knowledge.nextAt > clock.now() - renewMs ? 0 : idleRounds + 1
    if (idleRounds >= 2)
      return release()
    const askedAt = clock.now()
    const turn = await book.keep(host, holder, knowledge, askedAt, leaseMs)
    if (!turn.held) {
      until = 0
      return
    }
    until = askedAt + leaseMs
    yielding = turn.wanted
    schedule()
    return settled()
  }

  async function release(): Promise<void> {
    if (until === 0)
      return
    clearTimeout(timer)
    until = 0
    try {
      await book.keep(host, holder, knowledge, clock.now(), null)
    }
    finally {
      awayUntil = yielding ? clock.now() + stepBackMs : 0
      yielding = false
    }
  }

  async function settled(): Promise<void> {
    if (yielding && inFlight() === 0)
      await release()
  }

  return {
    isHeld,
    /** One try to get the host; `isHeld` says whether it worked. A book that cannot be reached is a try that failed. */
    async tryTake(): Promise<void> {
      asking ??= ask().catch(() => undefined).finally(() => {
        asking = null
      })
      await asking
    },
    /** A request has been answered. What went wrong is written down at once: a process that dies must not take it along. */
    answered(hasTrouble: boolean): void {
      const writing = hasTrouble && until > 0 && !yielding ? book.keep(host, holder, knowledge, clock.now(), leaseMs) : settled()
      void writing.catch(() => undefined)
    },
    release,
  }
}
export type HostLease = ReturnType<typeof createHostLease>
