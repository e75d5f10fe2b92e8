import type { Buffer } from 'node:buffer'
import type { Page, Request, Route } from 'playwright-core'
import type { RenderLimits } from './limits.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { ScrapeError } from '../../errors.ts'

/** Asks outside for what a page wants, under the rules of a run. Raises `ScrapeError`s; those with a status are answers. */
export type Ask = (url: string, options: { kind: string, headers: Record<string, string>, signal: AbortSignal }) => Promise<{ headers: Record<string, string>, body: Buffer }>

export interface TrafficOptions {
  page: Page
  /** What the page's own address is answered with: it has been fetched already. */
  html: string
  ask: Ask
  limits: Pick<RenderLimits, 'requests' | 'bytes' | 'quietMs'>
  signal: AbortSignal
}

/** What scripts may ask for; pictures, fonts, films, frames and what is fetched for a later page change nothing that is read. */
const wanted = new Set(['document', 'script', 'xhr', 'fetch'])
/** Asked in vain they only count visitors, and cost their robots.txt, too. */
const counters = /(?:^|\.)(?:google-analytics|googletagmanager|googlesyndication|googleadservices|doubleclick|hotjar|clarity|segment|mixpanel|amplitude|fullstory|criteo|bing|yandex|facebook|tiktok|pinterest|snapchat|sentry|bugsnag|newrelic|nr-data|datadoghq-browser-agent|intercom|zendesk|onetrust|cookiebot)\.(?:com|net|io|ms|ru|eu)$/
/** Headers that are the browser's or the connection's affair; cookies are the run's. */
const notOurs = /^(?:sec-|if-|:|cookie$|referer$|user-agent$|accept-encoding$|accept-language$|host$|connection$|content-length$|range$|upgrade-insecure-requests$)/
const passedOn = /^(?:content-type|access-control-[\w-]+|x-[\w-]+|etag|link)$/

/** Answers every request of a page, from outside or not at all; nothing gets past it. */
export async function createTraffic({ page, html, ask, limits, signal }: TrafficOptions) {
  let pending = 0
  let requests = 0
  let bytes = 0
  let refused = 0
  let restsSince = performance.now()
  let isFirst = true

  await page.context().route(() => true, route => answer(route, route.request()).catch(() => {}))

  async function answer(route: Route, request: Request): Promise<void> {
    const kind = request.resourceType()
    if (kind === 'document' && isFirst && isMainFrame(request)) {
      isFirst = false
      return route.fulfill({ status: 200, contentType: 'text/html; charset=utf-8', body: html })
    }
    // Bundlers' scripts wait for their styles.
    if (kind === 'stylesheet')
      return route.fulfill({ status: 200, contentType: 'text/css', headers: { 'access-control-allow-origin': '*' }, body: '' })
    if (!isWanted(request, kind))
      return route.abort('blockedbyclient')
    if (requests >= limits.requests || bytes >= limits.bytes) {
      refused++
      return route.abort('blockedbyclient')
    }
    requests++
    pending++
    try {
      await fetchFor(route, request, kind)
    }
    finally {
      pending--
      restsSince = performance.now()
    }
  }

  async function fetchFor(route: Route, request: Request, kind: string): Promise<void> {
    try {
      const { headers, body } = await ask(request.url(), { kind, headers: ownHeaders(request), signal })
      bytes += body.length
      await route.fulfill({ status: 200, headers: Object.fromEntries(Object.entries(headers).filter(([name]) => passedOn.test(name))), body })
    }
    catch (error) {
      if (!(error instanceof ScrapeError))
        return route.abort('failed')
      refused++
      return error.status === null ? route.abort('blockedbyclient') : route.fulfill({ status: error.status, body: '' })
    }
  }

  function isWanted(request: Request, kind: string): boolean {
    const url = new URL(request.url())
    return wanted.has(kind)
      && (url.protocol === 'http:' || url.protocol === 'https:')
      && request.method() === 'GET'
      && !counters.test(url.hostname)
      && (kind !== 'document' || isMainFrame(request))
  }

  function isMainFrame(request: Request): boolean {
    try {
      return request.frame() === page.mainFrame()
    }
    catch {
      // A window that has no frame yet, or a worker.
      return false
    }
  }

  return {
    /** Resolves when nothing has been under way for a while; raises when `until` aborts. */
    async quiet(until: AbortSignal): Promise<void> {
      for (;;) {
        const restedMs = pending > 0 ? 0 : performance.now() - restsSince
        if (restedMs >= limits.quietMs)
          return
        await pause(Math.ceil(limits.quietMs - restedMs), undefined, { signal: until })
      }
    },
    counts: () => ({ requests, bytes, refused }),
  }
}

function ownHeaders(request: Request): Record<string, string> {
  return Object.fromEntries(Object.entries(request.headers()).filter(([name]) => !notOurs.test(name)))
}
