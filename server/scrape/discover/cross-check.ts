import type { DiscoveredProduct } from '../ports.ts'
import type { Checked, Source } from './account.ts'
import type { Candidate } from './classifier.ts'
import type { Seen } from './seen.ts'
import type { DiscoverContext } from './strategy.ts'
import type { Hint } from './url-shape.ts'
import { ScrapeError } from '../../errors.ts'
import { cleanUrl, isShopUrl, urlKey } from '../url/canonical.ts'
import { createClassifier, hintOf } from './classifier.ts'
import { sampleLists } from './list-sample.ts'
import { startFiles } from './sitemap-start.ts'
import { createWalk } from './sitemap-walk.ts'
import { commonFolders, urlShape } from './url-shape.ts'

/** Addresses looked at one by one. */
const mostChecks = 30
/** Sitemap files read for the comparison. */
const mostFiles = 20
/** Pages of lists read for it. */
const mostListPages = 12

interface Lead extends Candidate { key: string, alternates: readonly string[] }

/** What the second source met, and whether it holds more than was read of it. */
export interface Comparison {
  source: Source
  checked: Checked
  isPartial: boolean
}

/**
 * Compares a run with a second, cheap source: the sitemap after an API, some of the shop's lists after a sitemap. Addresses
 * that only the second one knows are looked at; those that are products are yielded. Null when there is no second source.
 */
export async function* crossCheck(run: DiscoverContext, main: string, seen: Seen): AsyncGenerator<DiscoveredProduct[], Comparison | null> {
  if (run.scope.list !== null)
    return null
  // What fails here takes nothing from a run that is complete without it.
  const context: DiscoverContext = { ...run, fail: (_, error) => assertPageFailure(error, run.signal) }
  const second = main === 'sitemap' ? await cardsOfLists(context) : main === 'listing' ? null : await sitemapLeads(context)
  if (second === null || second.leads.length === 0)
    return null
  const missing = second.leads.filter(lead => ![lead.url, ...lead.alternates].some(seen.hasAddress))
  const both = second.leads.length - missing.length
  const likely = await likelyProducts(context, missing)
  const { alive, ...checked } = await look(context, likely)
  if (alive.length > 0)
    yield alive.map(({ key, url }) => ({ key, url, draft: {}, lastModified: null }))
  return { source: { name: second.name, found: both + alive.length, fresh: alive.length }, checked, isPartial: second.isPartial }
}

interface SecondSource { name: string, leads: Lead[], isPartial: boolean }

async function sitemapLeads(context: DiscoverContext): Promise<SecondSource | null> {
  try {
    const files = await startFiles(context, 2)
    if ('why' in files)
      return null
    const walk = createWalk(context, files.queue, mostFiles)
    const urls: Named[] = []
    for await (const window of walk.windows()) {
      for (const { entry, hint } of window) {
        if (URL.canParse(entry.loc) && isShopUrl(entry.loc, context.base))
          urls.push({ url: new URL(entry.loc), hint, alternates: entry.alternates.filter(href => URL.canParse(href)) })
      }
    }
    return { name: 'sitemap', leads: toLeads(urls), isPartial: false }
  }
  catch (error) {
    assertPageFailure(error, context.signal)
    return null
  }
}

async function cardsOfLists(context: DiscoverContext): Promise<SecondSource | null> {
  if (context.front.page === null)
    return null
  const { offered, isPartial } = await sampleLists(context, mostListPages, error => assertPageFailure(error, context.signal))
  return { name: 'listing', leads: toLeads(offered.map(url => ({ url: new URL(url), hint: 'product', alternates: [] }))), isPartial }
}

interface Named { url: URL, hint: Hint, alternates: readonly string[] }

function toLeads(urls: readonly Named[]): Lead[] {
  const folders = commonFolders(urls.map(({ url }) => url))
  const leads = new Map<string, Lead>()
  for (const { url, hint, alternates } of urls) {
    const lead = { key: urlKey(url.href), url: cleanUrl(url.href), shape: urlShape(url, folders), hint: hintOf(url, hint), alternates }
    if (lead.hint !== 'other' && !leads.has(lead.key))
      leads.set(lead.key, lead)
  }
  return [...leads.values()]
}

/** Few are looked at one by one anyway; of many, a sample of each shape says which may be products at all. */
async function likelyProducts(context: DiscoverContext, missing: Lead[]): Promise<Lead[]> {
  return missing.length <= mostChecks ? missing : createClassifier(context).products(missing)
}

async function look(context: DiscoverContext, leads: readonly Lead[]): Promise<Checked & { alive: Lead[] }> {
  const { client, signal, base, shop } = context
  const robots = shop.settings.ignoreRobots ? null : await client.robots(signal, base)
  const open = leads.filter(lead => robots?.isAllowed(lead.url) !== false)
  const classifier = createClassifier(context)
  const alive: Lead[] = []
  let dead = 0
  for (const lead of open.slice(0, mostChecks)) {
    const answer = await classifier.isProduct(lead.url)
    if (answer === true)
      alive.push(lead)
    else
      dead++
  }
  const looked = alive.length + dead
  return { alive, blocked: leads.length - open.length, dead, unchecked: open.length - looked, aliveShare: looked === 0 ? 0 : alive.length / looked }
}

/** Lets pass what concerns a page or a host; raises the run's end and what is a mistake of ours. */
function assertPageFailure(error: unknown, signal: AbortSignal): void {
  signal.throwIfAborted()
  if (!(error instanceof ScrapeError))
    throw error
}
