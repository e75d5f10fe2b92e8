import type { DiscoverContext } from './strategy.ts'
import { explain } from './explain.ts'
import { sitemapPlaces } from './platform.ts'
import { readSitemap } from './sitemap-reader.ts'

const usualPlaces = ['/sitemap.xml', '/sitemap_index.xml', '/sitemap-index.xml', '/wp-sitemap.xml', '/sitemap.xml.gz', '/sitemap/sitemap.xml', '/sitemaps/sitemap.xml', '/xmlsitemap.php', '/1_index_sitemap.xml', '/sitemap.txt']

export interface QueuedFile { url: string, depth: number }

/** Files that robots.txt names, or the first of the `most` usual places that has one. */
export async function startFiles(context: DiscoverContext, most = usualPlaces.length): Promise<{ queue: QueuedFile[] } | { note: string }> {
  const named = (await context.client.robots(context.signal, context.base)).sitemaps
  if (named.length > 0)
    return { queue: named.map(url => ({ url, depth: 0 })) }
  const notes: string[] = []
  const own = context.front.platform === null ? [] : sitemapPlaces[context.front.platform] ?? []
  for (const place of new Set([...own, ...usualPlaces].slice(0, most + own.length))) {
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
