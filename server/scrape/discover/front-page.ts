import type { Telling } from '../../contract/told.ts'
import type { Page, ShopClient } from '../client/shop-client.ts'
import type { Shop } from '../ports.ts'
import type { Platform } from './platform.ts'
import { tell } from '../../contract/told.ts'
import { ScrapeError, toFailure } from '../../errors.ts'
import { resolveLink } from '../url/canonical.ts'
import { endsRun } from './explain.ts'
import { platformOf } from './platform.ts'

/** The page behind the brand's address: where the shop lives now, and what it runs on. */
export interface FrontPage {
  /** After redirects; the brand's own address when the page could not be read. */
  base: URL
  page: Page | null
  platform: Platform | null
  /** Hosts, where a redirect led to another one. */
  moved: { from: string, to: string } | null
  /** Why the page could not be read. */
  error: ScrapeError | null
}

/**
 * Opens the brand's address once, so that everything after starts from where the shop really is. Raises only what ends a
 * run: no such host, an address that may not be fetched, a host that wants to be left alone.
 */
export async function openFrontPage(shop: Shop, client: Pick<ShopClient, 'page'>, signal: AbortSignal): Promise<FrontPage> {
  const asked = new URL(shop.url)
  try {
    const page = await follow(client, await client.page(asked.href, { signal }), signal)
    const base = new URL(page.url)
    const moved = base.host === asked.host ? null : { from: asked.host, to: base.host }
    return { base, page, platform: platformOf(page.html), moved, error: null }
  }
  catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof ScrapeError) || endsRun(error, asked))
      throw error
    return { base: asked, page: null, platform: null, moved: null, error }
  }
}

/** What is worth telling of it; null when the shop is at home and showed itself. */
export function tellFrontPage({ moved, error }: FrontPage): Telling | null {
  return error ? tell('front-page-unread', { failure: toFailure(error) }) : moved && tell('shop-moved', moved)
}

/** Splash pages that send visitors on by `<meta http-equiv="refresh">`, once. */
async function follow(client: Pick<ShopClient, 'page'>, page: Page, signal: AbortSignal): Promise<Page> {
  const content = /<meta[^>]{1,200}http-equiv=["']?refresh["']?[^>]{1,200}>/i.exec(page.html.slice(0, 20_000))?.[0]
  const target = /content=["']?\s*[0-5]\s*;\s*url=['"]?([^"'>\s]+)/i.exec(content ?? '')?.[1]
  const url = target === undefined ? null : resolveLink(target, page.url)
  return url === null || url === page.url ? page : client.page(url, { signal })
}
