import type { CompletenessAccount, PageFailure } from '../../contract/job-types.ts'
import type { ErrorCode } from '../../contract/problem.ts'
import type { Told } from '../../contract/told.ts'
import type { DiscoveredProduct, DiscoverOptions, DiscoveryReport } from '../ports.ts'
import type { Source } from './account.ts'
import type { Comparison } from './cross-check.ts'
import type { DiscoveryCursor } from './cursor.ts'
import type { Seen } from './seen.ts'
import type { DiscoverContext, Strategy, StrategyOutcome } from './strategy.ts'
import { inEnglish, tell } from '../../contract/told.ts'
import { ScrapeError, toFailure } from '../../errors.ts'
import { cleanUrl, urlKey } from '../url/canonical.ts'
import { accountOf } from './account.ts'
import { hasProof } from './classifier.ts'
import { crossCheck } from './cross-check.ts'
import { readCursor } from './cursor.ts'
import { endsRun } from './explain.ts'
import { openFrontPage, tellFrontPage } from './front-page.ts'
import { scopeOf } from './scope.ts'
import { createSeen } from './seen.ts'

export type DiscoverDeps = Pick<DiscoverContext, 'shop' | 'client' | 'readPage' | 'readListing' | 'log'>

const mostFailures = 100
const FIRST_PAGE = 'first page'

/**
 * Layer 1: tries the strategies in the order of cost until one has met all products; what a later one finds besides is
 * added. Raises when the shop cannot be asked at all: no such host, all of it forbidden, or the signal aborted.
 */
export async function* discover(deps: DiscoverDeps, strategies: readonly Strategy[], options: DiscoverOptions): AsyncGenerator<DiscoveredProduct[], DiscoveryReport> {
  const { maxProducts, signal } = options
  const report: DiscoveryReport = { strategy: null, platform: null, moved: null, tried: [], complete: false, failures: [] }
  const seen = createSeen()
  const cursor = readCursor(options)
  if (cursor)
    seen.take((options.resume?.met ?? []).map(({ key, url }) => ({ key, url, draft: {}, lastModified: null })), Number.POSITIVE_INFINITY)
  const context = await begin(deps, options, report, seen)
  const sources: Source[] = cursor?.sources ?? []
  if (cursor) {
    report.tried = cursor.tried
    report.failures.push(...cursor.failures)
  }

  const left = strategies.slice(cursor ? Math.max(0, strategies.findIndex(strategy => strategy.name === cursor.strategy)) : 0)
  for (let strategy = left.shift(); strategy; strategy = left.shift()) {
    const stopped = cursor?.strategy === strategy.name ? cursor : null
    if (!stopped && strategy.fits?.(context) === false)
      continue
    const before = stopped?.before ?? seen.count()
    const { name } = strategy
    const onCursor = (found: number, state: unknown): void => options.onCursor?.({ strategy: name, state, found, before, tried: [...report.tried], sources: [...sources], failures: [...report.failures] } satisfies DiscoveryCursor)
    const { found, outcome } = yield* run(strategy, context, { seen, stopped, onCursor })
    if (found > 0)
      sources.push({ name: strategy.name, found, fresh: seen.count() - sources.reduce((sum, source) => sum + source.fresh, 0) })
    const note = inEnglish(outcome.told)
    report.tried.push({ strategy: strategy.name, found, note, told: outcome.told })
    deps.log.info({ event: 'discover.tried', strategy: strategy.name, found, complete: outcome.complete, note }, 'way of finding products tried')
    const isFull = seen.count() >= maxProducts
    if (isFull || (found > 0 && outcome.complete)) {
      report.complete = outcome.complete && !isFull
      const compared: Compared = report.complete ? yield* account(context, sources, seen) : { open: 0 }
      report.account = compared.account
      // A second source knows of many more, and some of them were looked at and are products: then the ways left are tried.
      if (compared.open === 0 || left.length === 0)
        break
      report.complete = false
      report.account = undefined
    }
  }
  signal.throwIfAborted()
  if (seen.count() === 0)
    yield* lookAtFrontPage(context, report, seen)
  report.strategy = report.tried.toSorted((a, b) => b.found - a.found).find(tried => tried.found > 0)?.strategy ?? null
  report.complete &&= report.failures.length === 0
  return report
}

/** Asks robots.txt and the first page, and sets out what every strategy works with. */
async function begin(deps: DiscoverDeps, { maxProducts, signal, onProgress }: DiscoverOptions, report: DiscoveryReport, seen: Seen): Promise<DiscoverContext> {
  const { shop, client } = deps
  if (!shop.settings.ignoreRobots)
    await assertOpen(shop.url, client, signal)
  const front = await openFrontPage(shop, client, signal)
  report.platform = front.platform
  report.moved = front.moved
  const told = tellFrontPage(front)
  if (told !== null)
    report.tried.push({ strategy: FIRST_PAGE, found: 0, note: inEnglish([told]), told: [told] })
  return {
    ...deps,
    base: front.base,
    scope: scopeOf(front.base, new URL(shop.url)),
    front,
    maxProducts,
    resume: null,
    mark: () => {},
    isMet: seen.hasAddress,
    signal,
    fail: (url, error) => noteFailure(report.failures, url, error, { signal, base: front.base }),
    progress: (of, telling) => onProgress(seen.count(), of === null ? null : Math.min(of, maxProducts), [telling]),
  }
}

interface Running {
  seen: Seen
  /** Where an earlier run was stopped while it tried this way. */
  stopped: DiscoveryCursor | null
  onCursor: (found: number, state: unknown) => void
}

/** Runs one strategy; yields what is new of what it meets. */
async function* run(strategy: Strategy, shared: DiscoverContext, { seen, stopped, onCursor }: Running): AsyncGenerator<DiscoveredProduct[], { found: number, outcome: StrategyOutcome }> {
  let state: unknown = stopped?.state ?? null
  const context: DiscoverContext = { ...shared, resume: state, mark: next => void (state = next) }
  const finding = strategy.find(context)
  // Without a note of its own a way begins anew, and meets again what it had met.
  let found = state === null ? 0 : stopped!.found
  for (let next = await finding.next(); ; next = await finding.next()) {
    if (next.done)
      return { found, outcome: next.value }
    found += next.value.length
    const fresh = seen.take(next.value, context.maxProducts - seen.count())
    onCursor(found, state)
    if (fresh.length > 0)
      yield fresh
    if (seen.count() >= context.maxProducts) {
      const outcome = { complete: false, told: [tell('stopped-at-limit', { n: context.maxProducts })] }
      await finding.return(outcome)
      return { found, outcome }
    }
  }
}

/**
 * Where no way has met a product, the first page may be one: the shop of a single thing, or the address of a product. Such a run is
 * not called complete: that other pages were not found does not mean that there are none. A shop that
 * shows itself to scripts only, or a wall to us, has shown nothing: that is said, not just that nothing was found.
 */
async function* lookAtFrontPage({ front, shop, readPage, fail }: DiscoverContext, report: DiscoveryReport, seen: Seen): AsyncGenerator<DiscoveredProduct[], void> {
  const { failures } = report
  if (front.error !== null)
    failures.unshift({ ...toFailure(front.error), url: front.base.href, status: front.error.status })
  if (front.page === null)
    return
  try {
    const reading = await readPage(front.page, { recipe: shop.recipe })
    const { kind, reason, isRendered = false } = reading
    if (kind === 'product' && hasProof(reading)) {
      const url = cleanUrl(front.page.url)
      const told = [tell('first-page-is-product')]
      report.tried.push({ strategy: FIRST_PAGE, found: 1, note: inEnglish(told), told })
      yield seen.take([{ key: urlKey(url), url, draft: {}, lastModified: null }], 1)
      return
    }
    const note = (code: ErrorCode, told: Told) => failures.unshift({ ...toFailure(new ScrapeError(code, told, front.page!)), url: front.page!.url, status: front.page!.status })
    if (kind === 'blocked')
      note('blocked', reason ?? [tell('first-page-walled')])
    else if (kind === 'needs-javascript' || isRendered)
      note('needs-javascript', isRendered ? [tell('scripts-make-no-list')] : reason ?? [tell('scripts-only')])
  }
  catch (error) {
    fail(front.page.url, error)
  }
}

interface Compared {
  account?: CompletenessAccount
  /** About how many products another source knows of that were neither met nor looked at. */
  open: number
}

/** Looks for what all ways have missed: only after a run that believes itself complete. */
async function* account(context: DiscoverContext, sources: readonly Source[], seen: Seen): AsyncGenerator<DiscoveredProduct[], Compared> {
  const checking = crossCheck(context, sources.at(-1)!.name, seen)
  for (let next = await checking.next(); ; next = await checking.next()) {
    if (next.done)
      return next.value ? { account: accountOf([...sources, next.value.source], next.value.checked), open: openOf(next.value) } : { account: accountOf(sources, { blocked: 0, dead: 0, unchecked: 0, aliveShare: 0 }), open: 0 }
    const fresh = seen.take(next.value, context.maxProducts - seen.count())
    if (fresh.length > 0)
      yield fresh
  }
}

/** From this share on, what a part of a source knew alone says that the rest of it is worth reading; below, goods that came in lately. */
const WORTH_READING = 0.01

/** About how many products a second source knows of besides; a source of which only a part was read knows of more than was seen. */
function openOf({ source, checked: { unchecked, aliveShare }, isPartial }: Comparison): number {
  const open = Math.round(unchecked * aliveShare)
  return isPartial && source.fresh > source.found * WORTH_READING ? Math.max(1, open) : open
}

async function assertOpen(shopUrl: string, client: DiscoverContext['client'], signal: AbortSignal): Promise<void> {
  const robots = await client.robots(signal)
  const probes = [shopUrl, new URL('/products.json', shopUrl).href, new URL('/products/', shopUrl).href]
  if (probes.every(url => !robots.isAllowed(url)))
    throw new ScrapeError('robots-forbidden', tell('robots-forbid-shop', { notes: [{ text: inEnglish(robots.told), told: robots.told }] }), { url: shopUrl, retryable: robots.isUnreadable })
}

function noteFailure(failures: PageFailure[], url: string, error: unknown, { signal, base }: Pick<DiscoverContext, 'signal' | 'base'>): void {
  signal.throwIfAborted()
  if (!(error instanceof ScrapeError) || endsRun(error, base))
    throw error
  if (failures.length < mostFailures)
    failures.push({ ...toFailure(error), url, status: error.status })
}
