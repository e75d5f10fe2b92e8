import type { PageFailure } from '../contract/job-types.ts'
import type { ErrorCode } from '../contract/problem.ts'
import type { Told } from '../contract/told.ts'
import type { Page, ShopClient } from './client/shop-client.ts'
import type { PageMemory, ProductReading, Shop } from './ports.ts'
import type { PageKind, PageReading, ReadPage } from './read-page.ts'
import { sealEvidence } from '../contract/evidence.ts'
import { tell } from '../contract/told.ts'
import { AppError, ScrapeError, toFailure } from '../errors.ts'
import { cleanUrl, isShopUrl } from './url/canonical.ts'
import { losesProduct } from './url/product-argument.ts'

interface ReadDeps {
  shop: Shop
  client: ShopClient
  readPage: ReadPage
}

const nothing: PageMemory = { etag: null, lastModified: null, contentHash: null }
const none = sealEvidence({})

/** Layer 2 for one page: asks only for what has changed since `memory`, reads it, and says what it is. */
export async function readProduct({ shop, client, readPage }: ReadDeps, url: string, { memory, signal }: { memory: PageMemory | null, signal: AbortSignal }): Promise<ProductReading> {
  try {
    const page = await client.page(url, { signal, headers: conditions(memory) })
    try {
      if (page.status === 304)
        return { outcome: 'unchanged', url: page.url, draft: null, evidence: none, memory: memory ?? nothing, failure: null, remarks: [], html: null }
      const reading = await readPage(page, { recipe: shop.recipe })
      return reading.kind === 'product' ? product(page, reading, memory) : failed(url, kindFailure(url, reading.kind, reading.reason), client.mask(page.html))
    }
    finally {
      page.release()
    }
  }
  catch (error) {
    signal.throwIfAborted()
    return failed(url, { ...toFailure(error), url, status: error instanceof ScrapeError ? error.status : null })
  }
}

function product(page: Page, { draft, contentHash, evidence, canonicalUrl, remarks, isRendered = false }: PageReading, memory: PageMemory | null): ProductReading {
  return {
    outcome: memory?.contentHash === contentHash ? 'unchanged' : 'read',
    url: believable(canonicalUrl, page.url),
    draft,
    evidence,
    // The shell that scripts fill stays the same whatever becomes of the product: its "not modified" would say nothing.
    memory: { etag: isRendered ? null : page.headers.etag ?? null, lastModified: isRendered ? null : page.headers['last-modified'] ?? null, contentHash },
    failure: null,
    remarks,
    html: null,
  }
}

/** A canonical link is believed within the shop; templates that point every page at the first one, at one without what tells products apart, or at another site, are not. */
function believable(canonical: string | null, url: string): string {
  if (canonical === null || !isShopUrl(canonical, new URL(url)))
    return cleanUrl(url)
  const own = new URL(canonical)
  const isFirstPage = own.pathname === '/' && own.search === ''
  return cleanUrl(isFirstPage || losesProduct(new URL(url), own) ? url : canonical)
}

function failed(url: string, failure: PageFailure, html: string | null = null): ProductReading {
  return { outcome: 'failed', url, draft: null, evidence: none, memory: nothing, failure, remarks: [], html }
}

const codes: Record<Exclude<PageKind, 'product'>, ErrorCode> = {
  'soft-404': 'soft-404',
  'blocked': 'blocked',
  'needs-javascript': 'needs-javascript',
  'not-a-product': 'not-a-product',
}

function kindFailure(url: string, kind: Exclude<PageKind, 'product'>, reason: Told | null): PageFailure {
  return { ...toFailure(new AppError(codes[kind], reason ?? tell('no-product-page'))), url, status: 200 }
}

/** Only with a remembered draft: a 304 without one would leave nothing to show. */
function conditions(memory: PageMemory | null): Record<string, string> {
  if (memory === null || memory.contentHash === null)
    return {}
  return {
    ...(memory.etag === null ? {} : { 'if-none-match': memory.etag }),
    ...(memory.lastModified === null ? {} : { 'if-modified-since': memory.lastModified }),
  }
}
