/** So many at a time, in the order of asking. Raises the signal's reason when it aborts while waiting. */
export function createSlots(most: number) {
  const waiting: (() => void)[] = []
  let taken = 0

  async function take(signal: AbortSignal): Promise<Disposable> {
    signal.throwIfAborted()
    if (taken < most)
      taken++
    else
      await turn(signal)
    return { [Symbol.dispose]: give }
  }

  function turn(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      function enter(): void {
        signal.removeEventListener('abort', leave)
        resolve()
      }
      function leave(): void {
        waiting.splice(waiting.indexOf(enter), 1)
        reject(signal.reason)
      }
      signal.addEventListener('abort', leave, { once: true })
      waiting.push(enter)
    })
  }

  /** A slot goes straight to whoever waits longest. */
  function give(): void {
    const next = waiting.shift()
    if (next)
      next()
    else
      taken--
  }

  return { take }
}
