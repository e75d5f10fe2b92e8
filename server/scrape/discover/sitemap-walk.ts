import type { SitemapEntry } from './sitemap-parser.ts'
import type { SitemapFile } from './sitemap-reader.ts'
import type { QueuedFile } from './sitemap-start.ts'
import type { DiscoverContext } from './strategy.ts'
import type { Hint } from './url-shape.ts'
import { z } from 'zod'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { readSitemap } from './sitemap-reader.ts'
import { fileHint } from './url-shape.ts'

const mostFiles = 10_000
const deepest = 4
/** Addresses that are judged together: few enough for flat memory, enough to see patterns. */
const windowSize = 50_000
/** Small files are judged together too, but not so many that an interrupted run would have to ask for hundreds again. */
const filesPerWindow = 10
const leastInWindow = 500

/** Where a walk stands between two windows. */
export const WalkState = z.object({
  queue: z.array(z.object({ url: z.string(), depth: z.number().int() })),
  visited: z.array(z.string()),
  read: z.number().int(),
  failed: z.number().int(),
  seen: z.number().int(),
  repeated: z.number().int().default(0),
})
export type WalkState = z.infer<typeof WalkState>

/** An address with the sitemap file that named it. */
export interface Found { entry: SitemapEntry, file: string, hint: Hint }

/** Goes through all files, those that promise products first, each once; yields what they name in windows of bounded size. */
export function createWalk(context: DiscoverContext, start: readonly QueuedFile[] | WalkState, most = mostFiles) {
  const before = 'queue' in start ? start : { queue: start, visited: start.map(file => file.url), read: 0, failed: 0, seen: 0, repeated: 0 }
  const visited = new Set(before.visited)
  const queue = [...before.queue]
  const { read: filesRead, failed, seen, repeated } = before
  const walk = { read: filesRead, failed, seen, repeated, state, isWhole: () => walk.failed === 0 && queue.length === 0, windows }

  function state(): WalkState {
    return { queue: [...queue], visited: [...visited], read: walk.read, failed: walk.failed, seen: walk.seen, repeated: walk.repeated }
  }

  async function* windows(): AsyncGenerator<Found[]> {
    let window: Found[] = []
    let files = 0
    for (let next = queue.shift(); next; next = queue.shift()) {
      const file = await read(next)
      if (file) {
        enqueue(file, next.depth + 1)
        walk.seen += file.pages.length
        const hint = fileHint(file.url)
        for (const entry of file.pages)
          window.push({ entry, file: file.url, hint })
      }
      files++
      if (window.length >= windowSize || (files >= filesPerWindow && window.length >= leastInWindow)) {
        yield window
        window = []
        files = 0
      }
    }
    yield window
  }

  async function read({ url }: QueuedFile): Promise<SitemapFile | null> {
    try {
      const file = await readSitemap(context, url)
      walk.read++
      if (!file.isWhole) {
        walk.failed++
        context.fail(url, new ScrapeError('parse-failed', tell('sitemap-cut'), { url }))
      }
      return file
    }
    catch (error) {
      walk.failed++
      context.fail(url, error)
      return null
    }
  }

  function enqueue(file: SitemapFile, depth: number): void {
    const listed = file.sitemaps.flatMap(({ loc }) => URL.canParse(loc, file.url) ? [new URL(loc, file.url).href] : [])
    walk.repeated += listed.filter(url => visited.has(url)).length
    const fresh = listed.filter(url => depth <= deepest && visited.size < most && !visited.has(url) && visited.add(url))
    const promising = fresh.filter(url => fileHint(url) === 'product')
    const files = (promising.length > 0 ? promising : fresh).map(url => ({ url, depth }))
    queue.push(...files)
  }

  return walk
}
