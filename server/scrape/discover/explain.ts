import type { ErrorCode } from '../../contract/problem.ts'
import type { DiscoverContext } from './strategy.ts'
import { AppError, ScrapeError } from '../../errors.ts'

const ending: ReadonlySet<ErrorCode> = new Set(['host-unreachable', 'bad-url', 'address-forbidden', 'proxy-failed', 'rate-limited'])

/** Whether an error concerns the shop's whole host: then asking another of its addresses makes no sense now. */
export function endsRun(error: unknown, base: URL): boolean {
  return error instanceof ScrapeError && ending.has(error.code) && (!URL.canParse(error.url) || new URL(error.url).host === base.host)
}

/** Why a way of finding products is not open, in one line: "/products.json answered 404". Raises again what ends the run. */
export function explain(what: string, error: unknown, { signal, base }: Pick<DiscoverContext, 'signal' | 'base'>): string {
  signal.throwIfAborted()
  if (endsRun(error, base) || !(error instanceof AppError))
    throw error
  return error instanceof ScrapeError && error.status !== null && error.code !== 'unsupported-content'
    ? `${what} answered ${error.status}`
    : `${what}: ${error.message}`
}
