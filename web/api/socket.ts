import type { LiveMessage } from '../../server/contract/event.ts'

/**
 * `connecting`: first attempt. `live`: changes arrive by push. `waiting`: lost, another attempt is due at `retryAt`.
 * `polling`: lost for several attempts; `onPoll` is called every `pollMs` meanwhile, and attempts go on.
 */
export type LinkState = 'connecting' | 'live' | 'waiting' | 'polling'
export interface LinkStatus { state: LinkState, retryAt: number | null, attempt: number }

/** The part of WebSocket that is used; tests give a fake. */
export interface SocketLike {
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  close: () => void
}

export interface LiveSocketOptions {
  url: string
  onMessage: (events: LiveMessage) => void
  onStatus: (status: LinkStatus) => void
  /** Called while there is no connection, so that what is on screen can be read again by REST. */
  onPoll?: () => void
  open?: (url: string) => SocketLike
  random?: () => number
  now?: () => number
  pollMs?: number
}

const firstRetryMs = 500
const longestRetryMs = 15_000
const attemptsBeforePolling = 3

/** Full jitter on a doubling ceiling: many dashboards do not come back in the same instant. */
export function retryDelay(attempt: number, random: () => number): number {
  const ceiling = Math.min(longestRetryMs, firstRetryMs * 2 ** Math.min(attempt - 1, 10))
  return Math.round(ceiling / 2 + random() * ceiling / 2)
}

/** Keeps a connection to `/api/events` open until `close()`; the server's snapshot after each reconnect is the resync. */
export function createLiveSocket(options: LiveSocketOptions) {
  const { url, onMessage, onStatus, onPoll, pollMs = 10_000 } = options
  const open = options.open ?? (address => new WebSocket(address))
  const random = options.random ?? Math.random
  const now = options.now ?? Date.now
  let socket: SocketLike | null = null
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let pollTimer: ReturnType<typeof setInterval> | undefined
  let attempt = 0
  let closed = false

  function connect() {
    clearTimeout(retryTimer)
    const current = open(url)
    socket = current
    current.onopen = () => {
      attempt = 0
      clearInterval(pollTimer)
      pollTimer = undefined
      onStatus({ state: 'live', retryAt: null, attempt })
    }
    current.onmessage = (message: { data: unknown }) => receive(message.data)
    current.onclose = () => {
      if (socket === current && !closed)
        retry()
    }
  }

  function receive(data: unknown) {
    if (typeof data !== 'string')
      return
    let message: LiveMessage
    try {
      message = JSON.parse(data) as LiveMessage
    }
    catch {
      return
    }
    onMessage(message)
  }

  function retry() {
    attempt += 1
    const delay = retryDelay(attempt, random)
    const polling = attempt >= attemptsBeforePolling
    if (polling && onPoll)
      pollTimer ??= setInterval(onPoll, pollMs)
    onStatus({ state: polling ? 'polling' : 'waiting', retryAt: now() + delay, attempt })
    retryTimer = setTimeout(connect, delay)
  }

  function start() {
    onStatus({ state: 'connecting', retryAt: null, attempt })
    connect()
  }

  /** Tries at once, for the banner's button and when the network comes back. */
  function reconnectNow() {
    if (!closed && retryTimer !== undefined && attempt > 0)
      connect()
  }

  function close() {
    closed = true
    clearTimeout(retryTimer)
    clearInterval(pollTimer)
    socket?.close()
  }

  return { start, reconnectNow, close }
}
export type LiveSocket = ReturnType<typeof createLiveSocket>
