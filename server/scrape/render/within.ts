/** Waits for `work`, but no longer than `signal` allows: then its reason is raised and the work's end is nobody's business. */
export async function within<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  work.catch(() => {})
  signal.throwIfAborted()
  const aborted = Promise.withResolvers<never>()
  const onAbort = (): void => aborted.reject(signal.reason)
  signal.addEventListener('abort', onAbort, { once: true })
  try {
    return await Promise.race([work, aborted.promise])
  }
  finally {
    signal.removeEventListener('abort', onAbort)
  }
}
