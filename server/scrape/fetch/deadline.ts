/** A signal that fires on the parent's abort or after `ms`; `dispose` it, so that long-lived parents collect no listeners. */
export interface Deadline extends Disposable {
  signal: AbortSignal
  /** True when the time was up, false while running or when the parent aborted. */
  expired: () => boolean
  /** Ends the request as if the time were up. */
  expire: () => void
}

export function createDeadline(parent: AbortSignal, ms: number): Deadline {
  const controller = new AbortController()
  let expired = false
  const onAbort = (): void => controller.abort(parent.reason)
  const expire = (): void => {
    expired = !controller.signal.aborted
    controller.abort(new DOMException('The time is up.', 'TimeoutError'))
  }
  const timer = setTimeout(expire, ms)
  if (parent.aborted)
    onAbort()
  else
    parent.addEventListener('abort', onAbort, { once: true })
  return {
    signal: controller.signal,
    expired: () => expired,
    expire,
    [Symbol.dispose]() {
      clearTimeout(timer)
      parent.removeEventListener('abort', onAbort)
    },
  }
}
