import type { DiscoverContext } from './strategy.ts'
import { cleanUrl, isShopUrl, urlKey } from '../url/canonical.ts'
import { mayBeList } from './link-rules.ts'

/** What a few pages of the shop's lists offer. */
export interface ListSample {
  /** Addresses that a list names itself, or whose card shows a price. */
  offered: string[]
  /** Whether there were more pages to read. */
  isPartial: boolean
}

/**
 * Reads at most `most` pages of the shop's lists: the first pages of as many lists as the menu leads to, then their further
 * ones. `passOver` is told what could not be read.
 */
export async function sampleLists({ front, client, readListing, base, scope, signal }: DiscoverContext, most: number, passOver: (error: unknown) => void): Promise<ListSample> {
  const lists = [cleanUrl(base.href)]
  const pages: string[] = []
  const queued = new Set(lists.map(urlKey))
  const offered = new Set<string>()
  const queue = (to: string[], href: string): void => {
    const url = cleanUrl(href)
    if (!queued.has(urlKey(url)))
      to.push(url)
    queued.add(urlKey(url))
  }
  let read = 0
  let url = lists.shift()
  for (; url !== undefined && read < most; url = lists.shift() ?? pages.shift()) {
    read++
    try {
      const page = front.page && cleanUrl(front.page.url) === url ? front.page : await client.page(url, { signal })
      const { cards, listed, pagination, links } = await readListing(page)
      const products = [...listed, ...cards.filter(card => card.hasPrice).map(card => card.url)].filter(href => isShopUrl(href, base))
      const known = new Set([...products, ...cards.map(card => card.url)].map(urlKey))
      products.forEach(href => offered.add(href))
      pagination.filter(href => isShopUrl(href, base)).forEach(href => queue(pages, href))
      links.filter(href => !known.has(urlKey(href)) && mayBeList(href, base, scope)).forEach(href => queue(lists, href))
    }
    catch (error) {
      passOver(error)
    }
  }
  return { offered: [...offered], isPartial: url !== undefined }
}
