import type { Browser } from 'playwright-core'
import { tell } from '../../contract/told.ts'
import { AppError } from '../../errors.ts'
import { within } from './within.ts'

export interface BrowserKeeperOptions {
  launch: () => Promise<Browser>
  /** How long it stays without use, in milliseconds. */
  idleMs: number
  /** After a failed start nobody tries again for so long. */
  pauseMs?: number
}

/** One browser for all: started for the first who needs it, started anew after a crash, ended when nobody has used it for a while. */
export function createBrowserKeeper({ launch, idleMs, pauseMs = 60_000 }: BrowserKeeperOptions) {
  let current: Promise<Browser> | null = null
  let users = 0
  let timer: NodeJS.Timeout | undefined
  let isClosed = false

  function open(): Promise<Browser> {
    if (isClosed)
      return Promise.reject(new AppError('service-unavailable', tell('renderer-closed')))
    if (current)
      return current
    const starting = launch()
    current = starting
    const forget = (): void => {
      if (current === starting)
        current = null
    }
    starting.then(browser => browser.on('disconnected', forget), () => setTimeout(forget, pauseMs).unref())
    return starting
  }

  /** Ends the browser, however far its start has come; the next use starts another. */
  async function retire(): Promise<void> {
    const browser = current
    current = null
    await browser?.then(each => each.close(), () => {})
  }

  return {
    /** Raises what `act` or the start raises, or the signal's reason while the browser is being started. */
    async use<Value>(signal: AbortSignal, act: (browser: Browser) => Promise<Value>): Promise<Value> {
      users++
      clearTimeout(timer)
      try {
        return await act(await within(open(), signal))
      }
      finally {
        users--
        if (users === 0 && !isClosed)
          timer = setTimeout(() => void retire().catch(() => {}), idleMs).unref()
      }
    },
    retire,
    async [Symbol.asyncDispose](): Promise<void> {
      isClosed = true
      clearTimeout(timer)
      await retire()
    },
  }
}
