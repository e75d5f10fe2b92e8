import type { DiscoveredProduct } from '../ports.ts'
import type { Candidate } from './classifier.ts'
import type { Found } from './sitemap-walk.ts'
import type { DiscoverContext, Strategy } from './strategy.ts'
import { z } from 'zod'
import { tell } from '../../contract/told.ts'
import { cleanUrl, isShopUrl, urlKey } from '../url/canonical.ts'
import { createClassifier, hintOf, Learned } from './classifier.ts'
import { resumedState } from './cursor.ts'
import { timestamp } from './json.ts'
import { startFiles } from './sitemap-start.ts'
import { createWalk, WalkState } from './sitemap-walk.ts'
import { commonFolders, urlShape } from './url-shape.ts'

const batchSize = 1000
const mostPassedOver = 50_000

const State = z.object({ walk: WalkState, learned: Learned, found: z.number().int() })
type State = z.infer<typeof State>

/** robots.txt's sitemaps or those in the usual places, indexes followed; product pages told from others by samples. */
export const sitemap: Strategy = {
  name: 'sitemap',
  // A sitemap cannot tell which products belong to one list.
  fits: ({ scope }) => scope.list === null,
  async* find(context) {
    const stopped = resumedState(context, State)
    const files = stopped ? null : await startFiles(context)
    if (files && 'why' in files)
      return { complete: false, told: files.why }
    const walk = createWalk(context, files?.queue ?? stopped!.walk)
    const classifier = createClassifier(context, stopped?.learned)
    const known = new Set<string>()
    const isMet = stopped ? context.isMet : () => false
    let found = stopped?.found ?? 0
    const passedOver: SitemapCandidate[] = []
    for await (const window of walk.windows()) {
      const candidates = toCandidates(window, context)
      const products = await classifier.products(candidates)
      if (found === 0 && products.length === 0 && passedOver.length < mostPassedOver)
        passedOver.push(...candidates.filter(candidate => candidate.hint === 'other'))
      const list = [...batches(products, known, isMet)]
      for (const [index, batch] of list.entries()) {
        found += batch.length
        context.progress(null, tell('reading-sitemap', { n: walk.read }))
        if (index === list.length - 1)
          context.mark({ walk: walk.state(), learned: classifier.learned(), found } satisfies State)
        yield batch
      }
    }
    // A shop may keep its products where others keep articles: with nothing found, what the words of paths ruled out is sampled too.
    if (found === 0 && passedOver.length > 0) {
      const products = await classifier.products(passedOver.map(candidate => ({ ...candidate, shape: `ruled out ${candidate.shape}`, hint: null })))
      for (const batch of batches(products, known, isMet)) {
        found += batch.length
        yield batch
      }
    }
    return {
      complete: walk.isWhole() && found > 0,
      told: [
        tell('addresses-met', { n: found }),
        tell('addresses-listed', { total: walk.seen, n: walk.read }),
        ...walk.failed > 0 ? [tell('files-unread', { n: walk.failed })] : [],
        ...walk.repeated > 0 ? [tell('files-repeated', { n: walk.repeated })] : [],
      ],
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
function* batches(products: readonly SitemapCandidate[], known: Set<string>, isMet: (url: string) => boolean): Generator<DiscoveredProduct[]> {
  let batch: DiscoveredProduct[] = []
  for (const { url, lastModified, alternates } of products) {
    const key = urlKey(url)
    // What a run before this one has met had its other languages too, which are not remembered.
    if (known.has(key) || alternates.some(href => URL.canParse(href) && isMet(href)))
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
