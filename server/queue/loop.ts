export interface Loop {
  start: () => void
  /** The next turn comes at once, or right after the one that is going on. */
  wake: () => void
  /** Waits for the turn that is going on; no other follows. Legal before start, and twice. */
  stop: () => Promise<void>
}

/** Takes a turn at once and then each `everyMs` after the last one ended, never two at a time. `turn` must not throw. */
export function createLoop(everyMs: number, turn: () => Promise<void>): Loop {
  let woken = false
  let stopped = false
  let endPause: (() => void) | undefined
  let running: Promise<void> | undefined

  async function pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, everyMs)
    endPause = resolve
    await promise
    clearTimeout(timer)
    endPause = undefined
  }

  async function run(): Promise<void> {
    for (;;) {
      woken = false
      await turn()
      if (!woken && !stopped)
        await pause()
      if (stopped)
        return
    }
  }

  return {
    start() {
      running ??= run()
    },
    wake() {
      woken = true
      endPause?.()
    },
    async stop() {
      stopped = true
      endPause?.()
      await running
    },
  }
}
