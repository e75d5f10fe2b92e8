import type { DiscoveredProduct } from '../ports.ts'
import type { Candidate } from './classifier.ts'
import type { Found } from './sitemap-walk.ts'
import type { DiscoverContext, Strategy } from './strategy.ts'
import { cleanUrl, isShopUrl, urlKey } from '../url/canonical.ts'
import { createClassifier, hintOf } from './classifier.ts'
import { timestamp } from './json.ts'
import { startFiles } from './sitemap-start.ts'
import { createWalk } from './sitemap-walk.ts'
import { commonFolders, urlShape } from './url-shape.ts'

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
    let passedOver: SitemapCandidate[] = []
    for await (const window of walk.windows()) {
      const candidates = toCandidates(window, context)
      const products = await classifier.products(candidates)
      if (found === 0 && products.length === 0 && passedOver.length === 0)
        passedOver = candidates.filter(candidate => candidate.hint === 'other')
      for (const batch of batches(products, known)) {
        found += batch.length
        context.progress(null, `sitemap: ${walk.read} files read`)
        yield batch
      }
    }
    // A shop may keep its products where others keep articles: with nothing found, what the words of paths ruled out is sampled too.
    if (found === 0 && passedOver.length > 0) {
      const products = await classifier.products(passedOver.map(candidate => ({ ...candidate, shape: `ruled out ${candidate.shape}`, hint: null })))
      for (const batch of batches(products, known)) {
        found += batch.length
        yield batch
      }
    }
    return {
      complete: walk.isWhole() && found > 0,
      note: `${found} product addresses among ${walk.seen} in ${walk.read} sitemap files${walk.failed > 0 ? `, ${walk.failed} files could not be read` : ''}`,
    }
  },
}

interface SitemapCandidate extends Candidate { lastModified: string | null, alternates: string[] }

function toCandidates(window: readonly Found[], context: DiscoverContext): SitemapCandidate[] {
  const shopUrl = context.base
  const parsed = window.flatMap(({ entry, file, hint }) => {
    const url = URL.parse(entry.loc, file)
    return url && /^https?:$/.test(url.protocol) && isShopUrl(url, shopUrl) ? [{ entry, hint, url }] : []
  })
  const folders = commonFolders(parsed.map(({ url }) => url))
  return parsed.map(({ entry, hint, url }) => ({
    url: cleanUrl(url.href),
    shape: urlShape(url, folders),
    hint: hintOf(url, hint),
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
