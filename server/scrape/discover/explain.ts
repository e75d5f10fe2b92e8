import type { ErrorCode } from '../../contract/problem.ts'
import type { Telling } from '../../contract/told.ts'
import type { DiscoverContext } from './strategy.ts'
import { tell } from '../../contract/told.ts'
import { AppError, ScrapeError, toFailure } from '../../errors.ts'

const ending: ReadonlySet<ErrorCode> = new Set(['host-unreachable', 'bad-url', 'address-forbidden', 'proxy-failed', 'rate-limited'])

/** Whether an error concerns the shop's whole host: then asking another of its addresses makes no sense now. */
export function endsRun(error: unknown, base: URL): boolean {
  return error instanceof ScrapeError && ending.has(error.code) && (!URL.canParse(error.url) || new URL(error.url).host === base.host)
}

/** Why a way of finding products is not open: "/products.json answered 404". Raises again what ends the run. */
export function explain(what: string, error: unknown, { signal, base }: Pick<DiscoverContext, 'signal' | 'base'>): Telling {
  signal.throwIfAborted()
  if (endsRun(error, base) || !(error instanceof AppError))
    throw error
  return error instanceof ScrapeError && error.status !== null && error.code !== 'unsupported-content'
    ? tell('answered', { what, http: String(error.status) })
    : tell('way-failed', { what, failure: toFailure(error) })
}
