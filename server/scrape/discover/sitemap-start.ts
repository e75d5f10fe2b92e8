import type { Telling } from '../../contract/told.ts'
import type { DiscoverContext } from './strategy.ts'
import { tell } from '../../contract/told.ts'
import { readAttributes } from '../extract/attributes.ts'
import { isShopUrl, resolveLink } from '../url/canonical.ts'
import { explain } from './explain.ts'
import { sitemapPlaces } from './platform.ts'
import { readSitemap } from './sitemap-reader.ts'

const usualPlaces = ['/sitemap.xml', '/sitemap_index.xml', '/sitemap-index.xml', '/wp-sitemap.xml', '/sitemap.xml.gz', '/sitemap/sitemap.xml', '/sitemaps/sitemap.xml', '/xmlsitemap.php', '/1_index_sitemap.xml', '/sitemap.txt']

export interface QueuedFile { url: string, depth: number }

/** Files that robots.txt names, or the first of the `most` usual places that has one. */
export async function startFiles(context: DiscoverContext, most = usualPlaces.length): Promise<{ queue: QueuedFile[] } | { why: Telling[] }> {
  const named = (await context.client.robots(context.signal, context.base)).sitemaps
  if (named.length > 0)
    return { queue: named.map(url => ({ url, depth: 0 })) }
  const why: Telling[] = []
  const own = [...linked(context), ...context.front.platform === null ? [] : sitemapPlaces[context.front.platform] ?? []]
  for (const place of new Set([...own, ...usualPlaces].slice(0, most + own.length))) {
    const url = new URL(place, context.base.origin).href
    try {
      const file = await readSitemap(context, url)
      if (file.pages.length + file.sitemaps.length > 0)
        return { queue: [{ url, depth: 0 }] }
      why.push(tell('no-sitemap', { what: place }))
    }
    catch (error) {
      why.push(explain(place, error, context))
    }
  }
  return { why: alikeTogether(why) }
}

/** Ten places that all answered 404 are one thing to tell. */
function alikeTogether(tellings: readonly Telling[]): Telling[] {
  const alike = Map.groupBy(tellings, ({ code, values: { what: _, ...values } = {} }) => JSON.stringify([code, values]))
  return [...alike.values()].map(([first, ...others]) => ({ ...first!, values: { ...first!.values, what: [first!, ...others].map(({ values }) => values?.what).join(', ') } }))
}

const linkToSitemap = /<link\s(?:[^<>]{0,300}\s)?rel=["']?sitemap\b[^<>]{0,300}>/i

/** The sitemap that the first page names in its head. */
function linked({ front }: DiscoverContext): string[] {
  const tag = linkToSitemap.exec(front.page?.html.slice(0, 200_000) ?? '')?.[0]
  const url = resolveLink(tag === undefined ? '' : readAttributes(tag).get('href') ?? '', front.base.href)
  return url !== null && isShopUrl(url, front.base) ? [url] : []
}
