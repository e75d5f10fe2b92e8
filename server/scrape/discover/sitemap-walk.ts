import type { SitemapEntry } from './sitemap-parser.ts'
import type { SitemapFile } from './sitemap-reader.ts'
import type { QueuedFile } from './sitemap-start.ts'
import type { DiscoverContext } from './strategy.ts'
import type { Hint } from './url-shape.ts'
import { readSitemap } from './sitemap-reader.ts'
import { fileHint } from './url-shape.ts'

const mostFiles = 10_000
const deepest = 4
/** Addresses that are judged together: few enough for flat memory, enough to see patterns. */
const windowSize = 50_000

/** An address with the sitemap file that named it. */
export interface Found { entry: SitemapEntry, file: string, hint: Hint }

/** Goes through all files, those that promise products first, each once; yields what they name in windows of bounded size. */
export function createWalk(context: DiscoverContext, start: readonly QueuedFile[], most = mostFiles) {
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
        const hint = fileHint(file.url)
        for (const entry of file.pages)
          window.push({ entry, file: file.url, hint })
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
      .filter(url => depth <= deepest && visited.size < most && !visited.has(url) && visited.add(url))
    const promising = fresh.filter(url => fileHint(url) === 'product')
    const files = (promising.length > 0 ? promising : fresh).map(url => ({ url, depth }))
    queue.push(...files)
  }

  return walk
}
