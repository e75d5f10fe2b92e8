import type { Evidence } from '../../contract/product.ts'
import type { Log } from '../../log.ts'
import type { ShopClient } from '../client/shop-client.ts'
import type { PageReading, ReadPage } from '../read-page.ts'
import type { Renderer } from './renderer.ts'
import type { Ask } from './traffic.ts'
import { pageLimits } from '../fetch/limits.ts'
import { isShopUrl } from '../url/canonical.ts'

export interface RenderedReaderDeps {
  readPage: ReadPage
  /** Null when the installation has none. */
  renderer: Renderer | null
  client: Pick<ShopClient, 'open'>
  /** Told of each page that was read by its scripts' work. */
  onRendered: () => void
  log: Log
}

const howTo = 'An administrator can let Chromium read such pages: RENDERER_CHROMIUM.'
const mostCached = 24 * 1024 * 1024

/**
 * Reads pages as `readPage` does; one that is empty until its scripts run is rendered and read again. Where that is not
 * possible the reading says why. For one run: its pages share the scripts that they have in common.
 */
export function createRenderedReader({ readPage, renderer, client, onRendered, log }: RenderedReaderDeps) {
  const ask = rememberScripts(async (url, { headers: { accept = '*/*', ...headers }, signal }) => {
    await using response = await client.open(url, accept, pageLimits, { signal, headers })
    return { headers: response.headers, body: await response.bytes() }
  })

  return (signal: AbortSignal): ReadPage => async (page, options) => {
    const reading = await readPage(page, options)
    if (reading.kind !== 'needs-javascript')
      return reading
    if (renderer === null)
      return because(reading, howTo)
    try {
      const { url, html, requests, refused } = await renderer.render({ page, ask, signal })
      log.debug({ event: 'page.rendered', url: page.url, requests, refused }, 'a page was rendered')
      onRendered()
      if (!url.startsWith('http') || !isShopUrl(url, new URL(page.url)))
        return because(reading, 'They lead to another site.')
      const rendered = await readPage({ url, html }, options)
      return rendered.kind === 'product' ? marked(rendered) : because({ ...rendered, isRendered: true }, `Its scripts ran${refused > 0 ? `, but ${refused} of their ${requests} requests were refused` : ''}.`)
    }
    catch (error) {
      signal.throwIfAborted()
      log.info({ event: 'page.not-rendered', url: page.url, err: error }, 'a page could not be rendered')
      return because(reading, `Rendering it failed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
}

function because(reading: PageReading, why: string): PageReading {
  return { ...reading, reason: `${reading.reason ?? 'The page is no product page.'} ${why}` }
}

/** The evidence says that it stands in the page as rendered, not in the bytes that the shop sent. */
function marked(reading: PageReading): PageReading {
  const evidence = Object.entries(reading.evidence).map(([field, each]: [string, Evidence]) => [field, { ...each, path: each.path === null ? 'rendered' : `rendered: ${each.path}` }])
  return { ...reading, isRendered: true, evidence: Object.fromEntries(evidence) as PageReading['evidence'] }
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
