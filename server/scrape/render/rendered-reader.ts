import type { EvidenceByField } from '../../contract/evidence.ts'
import type { Telling } from '../../contract/told.ts'
import type { Log } from '../../log.ts'
import type { ShopClient } from '../client/shop-client.ts'
import type { PageText } from '../page-text.ts'
import type { Parser } from '../parse/parser.ts'
import type { PageReading, ReadPage } from '../read-page.ts'
import type { RenderedPage, Renderer } from './renderer.ts'
import type { Ask } from './traffic.ts'
import { openEvidence, sealEvidence } from '../../contract/evidence.ts'
import { tell } from '../../contract/told.ts'
import { toFailure } from '../../errors.ts'
import { pageLimits } from '../fetch/limits.ts'
import { isShopUrl } from '../url/canonical.ts'

export interface RenderedReaderDeps {
  readPage: ReadPage
  readListing: Parser['readListing']
  /** Null when the installation has none. */
  renderer: Renderer | null
  client: Pick<ShopClient, 'open'>
  /** Told of each page that was read by its scripts' work. */
  onRendered: () => void
  log: Log
}

const mostCached = 24 * 1024 * 1024

/**
 * Reads pages as `readPage` does; one that is empty until its scripts run is rendered and read again. Where that is not
 * possible the reading says why; a list stays as empty as it was. For one run: its pages share the scripts that they have in common.
 */
export function createRenderedReader({ readPage, readListing, renderer, client, onRendered, log }: RenderedReaderDeps) {
  const ask = rememberScripts(async (url, { headers: { accept = '*/*', ...headers }, signal }) => {
    await using response = await client.open(url, accept, pageLimits, { signal, headers })
    return { headers: response.headers, body: await response.bytes() }
  })

  const product = (signal: AbortSignal): ReadPage => async (page, options) => {
    const reading = await readPage(page, options)
    if (reading.kind !== 'needs-javascript')
      return reading
    if (renderer === null)
      return because(reading, tell('scripts-not-run'))
    try {
      const { url, html, requests, refused } = await render(renderer, page, signal)
      if (leadsAway(url, page))
        return because(reading, tell('scripts-lead-away'))
      const rendered = await readPage({ url, html }, options)
      return rendered.kind === 'product' ? marked(rendered) : because({ ...rendered, isRendered: true }, refused > 0 ? tell('scripts-ran-refused', { n: refused, total: requests }) : tell('scripts-ran'))
    }
    catch (error) {
      signal.throwIfAborted()
      log.info({ event: 'page.not-rendered', url: page.url, err: error }, 'a page could not be rendered')
      return because(reading, tell('rendering-failed', { failure: toFailure(error) }))
    }
  }

  /** Rendered only when it lists nothing and is one of those pages that are empty without their scripts. */
  const listing = (signal: AbortSignal): Parser['readListing'] => async (page) => {
    const list = await readListing(page)
    if (renderer === null || list.cards.length + list.listed.length > 0 || (await readPage(page, { recipe: null })).kind !== 'needs-javascript')
      return list
    try {
      const { url, html } = await render(renderer, page, signal)
      return leadsAway(url, page) ? list : await readListing({ url, html })
    }
    catch (error) {
      signal.throwIfAborted()
      log.info({ event: 'page.not-rendered', url: page.url, err: error }, 'a list could not be rendered')
      return list
    }
  }

  async function render(by: Renderer, page: PageText, signal: AbortSignal): Promise<RenderedPage> {
    const rendered = await by.render({ page, ask, signal })
    log.debug({ event: 'page.rendered', url: page.url, requests: rendered.requests, refused: rendered.refused }, 'a page was rendered')
    onRendered()
    return rendered
  }

  return { product, listing }
}

function leadsAway(url: string, page: PageText): boolean {
  return !url.startsWith('http') || !isShopUrl(url, new URL(page.url))
}

function because(reading: PageReading, why: Telling): PageReading {
  return { ...reading, reason: [...reading.reason ?? [tell('no-product-page')], why] }
}

/** The evidence says that it stands in the page as rendered, not in the bytes that the shop sent. */
function marked(reading: PageReading): PageReading {
  const evidence = Object.entries(openEvidence(reading.evidence)).map(([field, each]) => [field, { ...each, path: each.path === null ? 'rendered' : `rendered: ${each.path}` }])
  return { ...reading, isRendered: true, evidence: sealEvidence(Object.fromEntries(evidence) as EvidenceByField) }
}

/** The pages of a shop share their scripts, which are asked for once a run. */
function rememberScripts(ask: Ask): Ask {
  const scripts = new Map<string, Awaited<ReturnType<Ask>>>()
  let size = 0
  return async (url, options) => {
    if (options.kind !== 'script')
      return ask(url, options)
    const known = scripts.get(url)
    if (known)
      return known
    const answer = await ask(url, options)
    if (size + answer.body.length <= mostCached && !scripts.has(url)) {
      scripts.set(url, answer)
      size += answer.body.length
    }
    return answer
  }
}
