import type { DiscoveredProduct } from '../ports.ts'
import type { Candidate } from './classifier.ts'
import type { SitemapEntry } from './sitemap-parser.ts'
import type { SitemapFile } from './sitemap-reader.ts'
import type { DiscoverContext, Strategy } from './strategy.ts'
import { cleanUrl, isShopUrl, urlKey } from '../url/canonical.ts'
import { createClassifier, hintOf } from './classifier.ts'
import { explain } from './explain.ts'
import { timestamp } from './json.ts'
import { readSitemap } from './sitemap-reader.ts'
import { commonFolders, fileHint, urlShape } from './url-shape.ts'

const usualPlaces = ['/sitemap.xml', '/sitemap_index.xml', '/sitemap-index.xml', '/wp-sitemap.xml', '/sitemap.xml.gz', '/sitemap/sitemap.xml', '/sitemaps/sitemap.xml', '/xmlsitemap.php', '/1_index_sitemap.xml', '/sitemap.txt']
const mostFiles = 10_000
const deepest = 4
/** Addresses that are judged together: few enough for flat memory, enough to see patterns. */
const windowSize = 50_000
const batchSize = 500

/** robots.txt's sitemaps or those in the usual places, indexes followed; product pages told from others by samples. */
export const sitemap: Strategy = {
  name: 'sitemap',
  // A sitemap cannot tell which products belong to one list.
  fits: ({ scope }) => scope.list === null,
  async* find(context) {
    const files = await startFiles(context)
    if ('note' in files)
      return { complete: false, note: files.note }
    const walk = createWalk(context, files.queue)
    const classifier = createClassifier(context)
    const known = new Set<string>()
    let found = 0
    for await (const window of walk.windows()) {
      const products = await classifier.products(toCandidates(window, context))
      for (const batch of batches(products, known)) {
        found += batch.length
        context.progress(null, `sitemap: ${walk.read} files read`)
        yield batch
      }
    }
    return {
      complete: walk.isWhole() && found > 0,
      note: `${found} product addresses among ${walk.seen} in ${walk.read} sitemap files${walk.failed > 0 ? `, ${walk.failed} files could not be read` : ''}`,
    }
  },
}

interface QueuedFile { url: string, depth: number }

/** Files that robots.txt names, or the first usual place that has one. */
async function startFiles(context: DiscoverContext): Promise<{ queue: QueuedFile[] } | { note: string }> {
  const named = (await context.client.robots(context.signal, context.base)).sitemaps
  if (named.length > 0)
    return { queue: named.map(url => ({ url, depth: 0 })) }
  const notes: string[] = []
  for (const place of usualPlaces) {
    const url = context.base.origin + place
    try {
      const file = await readSitemap(context, url)
      if (file.pages.length + file.sitemaps.length > 0)
        return { queue: [{ url, depth: 0 }] }
      notes.push(`${place} is no sitemap`)
    }
    catch (error) {
      notes.push(explain(place, error, context))
    }
  }
  return { note: notes.join('; ') }
}

interface Found { entry: SitemapEntry, file: string }

/** Goes through all files, those that promise products first, each once; yields what they name in windows of bounded size. */
function createWalk(context: DiscoverContext, start: readonly QueuedFile[]) {
  const visited = new Set(start.map(file => file.url))
  const queue = [...start]
  const walk = { read: 0, failed: 0, seen: 0, isWhole: () => walk.failed === 0 && queue.length === 0, windows }

  async function* windows(): AsyncGenerator<Found[]> {
    let window: Found[] = []
    for (let next = queue.shift(); next; next = queue.shift()) {
      const file = await read(next)
      if (file) {
        enqueue(file, next.depth + 1)
        walk.seen += file.pages.length
        window.push(...file.pages.map(entry => ({ entry, file: file.url })))
      }
      if (window.length >= windowSize) {
        yield window
        window = []
      }
    }
    yield window
  }

  async function read({ url }: QueuedFile): Promise<SitemapFile | null> {
    try {
      const file = await readSitemap(context, url)
      walk.read++
      return file
    }
    catch (error) {
      walk.failed++
      context.fail(url, error)
      return null
    }
  }

  function enqueue(file: SitemapFile, depth: number): void {
    const fresh = file.sitemaps
      .flatMap(({ loc }) => URL.canParse(loc, file.url) ? [new URL(loc, file.url).href] : [])
      .filter(url => depth <= deepest && visited.size < mostFiles && !visited.has(url) && visited.add(url))
    const promising = fresh.filter(url => fileHint(url) === 'product')
    const files = (promising.length > 0 ? promising : fresh).map(url => ({ url, depth }))
    queue.push(...files)
  }

  return walk
}

interface SitemapCandidate extends Candidate { lastModified: string | null, alternates: string[] }

function toCandidates(window: readonly Found[], context: DiscoverContext): SitemapCandidate[] {
  const shopUrl = context.base
  const parsed = window.flatMap(({ entry, file }) => {
    const url = URL.canParse(entry.loc, file) ? new URL(entry.loc, file) : null
    return url && /^https?:$/.test(url.protocol) && isShopUrl(url.href, shopUrl) ? [{ entry, file, url }] : []
  })
  const folders = commonFolders(parsed.map(({ url }) => url))
  return parsed.map(({ entry, file, url }) => ({
    url: cleanUrl(url.href),
    shape: urlShape(url, folders),
    hint: hintOf(url, file),
    lastModified: timestamp(entry.lastModified),
    alternates: entry.alternates,
  }))
}

/** Each product once, also when it is named in ten languages. */
function* batches(products: readonly SitemapCandidate[], known: Set<string>): Generator<DiscoveredProduct[]> {
  let batch: DiscoveredProduct[] = []
  for (const { url, lastModified, alternates } of products) {
    const key = urlKey(url)
    if (known.has(key))
      continue
    known.add(key)
    for (const alternate of alternates) {
      if (URL.canParse(alternate))
        known.add(urlKey(alternate))
    }
    batch.push({ key, url, draft: {}, lastModified })
    if (batch.length === batchSize) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0)
    yield batch
}
