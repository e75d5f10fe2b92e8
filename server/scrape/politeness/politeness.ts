import type { Clock } from '../../clock.ts'
import type { HostThrottle, PauseReason } from '../../contract/throttle.ts'
import type { HopOutcome } from '../fetch/safe-fetch.ts'
import type { BackoffOptions } from './backoff.ts'
import type { HostBook, HostKnowledge, HostLease } from './host-lease.ts'
import type { HostLedger } from './ledger.ts'
import type { Pace } from './pace.ts'
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { defaultBackoff, pauseMs, pauseReasonOf, troubleOf } from './backoff.ts'
import { createHostLease } from './host-lease.ts'
import { emptyLedger, note } from './ledger.ts'
import { concurrencyOf, gapMs } from './pace.ts'
import { throttleOf } from './throttle.ts'

export interface PolitenessOptions {
  clock: Clock
  backoff?: Partial<BackoffOptions>
  /** A host that must be left alone for longer is given up on for now, with `rate-limited`. */
  longestWaitMs?: number
  /** Where several processes on one database agree; absent when there is only this one. */
  book?: HostBook
  wait?: (ms: number, signal: AbortSignal) => Promise<unknown>
}

/** `latencyMs` is the smoothed time to the first byte. */
interface HostState extends HostKnowledge {
  /** Places taken, by requests that wait for their turn as well. */
  active: number
  inFlight: number
  waiting: (() => void)[]
  lease: HostLease | null
  /** As it was asked last. */
  pace: Pace | null
  pauseReason: PauseReason | null
  ledger: HostLedger
}

export type Settle = (outcome: HopOutcome) => void

const mostHosts = 5000
/** Another process has the host: how long until the next look. */
const lookAgainMs = 200

/** Keeps every run of this process, and with a `book` of all processes, polite to a host together: turns, delays, back-off, and a circuit breaker. */
export function createPoliteness({ clock, backoff, longestWaitMs = 120_000, book, wait = (ms, signal) => sleep(ms, undefined, { signal }) }: PolitenessOptions) {
  const rules: BackoffOptions = { ...defaultBackoff, ...backoff }
  const hosts = new Map<string, HostState>()
  const holder = randomUUID()

  /** Waits for this host's next turn; the result must be called once with how it went. Raises `rate-limited` or the signal's reason. */
  async function enter(url: URL, pace: Pace, signal: AbortSignal): Promise<Settle> {
    const host = stateOf(url.host)
    host.pace = pace
    await takeSlot(host, concurrencyOf(pace), signal)
    try {
      await waitForTurn(host, url, pace, signal)
    }
    catch (error) {
      leaveSlot(host)
      throw signal.aborted ? signal.reason : error
    }
    return (outcome) => {
      settle(host, outcome)
      leaveSlot(host)
      host.inFlight--
      host.lease?.answered(troubleOf(outcome) !== 'none')
    }
  }

  async function takeSlot(host: HostState, concurrency: number, signal: AbortSignal): Promise<void> {
    while (host.active >= concurrency) {
      signal.throwIfAborted()
      await aLeaving(host, signal)
    }
    signal.throwIfAborted()
    host.active++
  }

  /** Until somebody leaves, or the wait is aborted: then it leaves the queue, else it would take another's turn. */
  async function aLeaving(host: HostState, signal: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const giveUp = (): void => {
      host.waiting = host.waiting.filter(waiter => waiter !== resolve)
      resolve()
    }
    host.waiting.push(resolve)
    signal.addEventListener('abort', giveUp, { once: true })
    await promise
    signal.removeEventListener('abort', giveUp)
  }

  function leaveSlot(host: HostState): void {
    host.active--
    host.waiting.shift()?.()
  }

  async function waitForTurn(host: HostState, url: URL, pace: Pace, signal: AbortSignal): Promise<void> {
    // A shop of one's own that may be asked without pause is not worth a write.
    const lease = pace.throttle || pace.delayMs > 0 ? host.lease : null
    for (;;) {
      if (lease && !lease.isHeld())
        await hold(lease, host, signal)
      const now = clock.now()
      const quietMs = host.quietUntil - now
      if (quietMs > longestWaitMs)
        throw new ScrapeError('rate-limited', tell('host-left-alone'), { url: url.href, retryable: true, retryAfterMs: quietMs })
      const pauseUntil = Math.max(host.nextAt, host.quietUntil)
      if (pauseUntil <= now) {
        // Taken before anything is awaited, so that two requests never take the same turn.
        host.nextAt = now + gapMs(pace, host.latencyMs)
        host.inFlight++
        return note.start(host.ledger, now, pace)
      }
      host.ledger.waitedMs += pauseUntil - now
      await wait(pauseUntil - now, signal)
    }
  }

  /** Until no other process asks the host. */
  async function hold(lease: HostLease, host: HostState, signal: AbortSignal): Promise<void> {
    for (;;) {
      await lease.tryTake()
      signal.throwIfAborted()
      if (lease.isHeld())
        return
      host.ledger.waitedMs += lookAgainMs
      await wait(lookAgainMs, signal)
    }
  }

  function settle(host: HostState, outcome: HopOutcome): void {
    const trouble = troubleOf(outcome)
    note.end(host.ledger, outcome)
    if (outcome.code === 'cancelled')
      return
    if (outcome.latencyMs > 0)
      host.latencyMs = host.latencyMs === null ? outcome.latencyMs : host.latencyMs * 0.8 + outcome.latencyMs * 0.2
    host.failures = trouble === 'none' ? 0 : host.failures + 1
    const pause = pauseMs(trouble, host.failures, outcome.retryAfterMs, rules)
    const until = clock.now() + pause
    if (trouble !== 'none' && until >= host.quietUntil)
      host.pauseReason = pauseReasonOf(trouble, host.failures, outcome.retryAfterMs, rules)
    host.quietUntil = Math.max(host.quietUntil, until)
  }

  function stateOf(name: string): HostState {
    const known = hosts.get(name)
    if (known)
      return known
    if (hosts.size >= mostHosts)
      forgetIdle()
    const fresh: HostState = { active: 0, inFlight: 0, waiting: [], nextAt: 0, quietUntil: 0, failures: 0, latencyMs: null, lease: null, pace: null, pauseReason: null, ledger: emptyLedger(name) }
    if (book)
      fresh.lease = createHostLease({ host: name, holder, book, clock, knowledge: fresh, inFlight: () => fresh.inFlight })
    hosts.set(name, fresh)
    return fresh
  }

  function forgetIdle(): void {
    for (const [name, host] of hosts) {
      if (host.active === 0 && host.quietUntil < clock.now()) {
        hosts.delete(name)
        void host.lease?.release().catch(() => undefined)
      }
    }
  }

  return {
    enter,
    /** What this process has done to each host since its start. */
    ledger: (): HostLedger[] => [...hosts.values()].map(host => ({ ...host.ledger })),
    /** How this process asks the hosts that it has asked, and why not faster. */
    throttles: (): HostThrottle[] => [...hosts].flatMap(([name, host]) => host.pace === null ? [] : [throttleOf(name, host, host.pace, clock.now())]),
    /** Gives back the hosts that this process holds, so that the others need not wait. */
    async [Symbol.asyncDispose](): Promise<void> {
      await Promise.allSettled([...hosts.values()].map(async host => host.lease?.release()))
    },
  }
}
export type Politeness = ReturnType<typeof createPoliteness>
