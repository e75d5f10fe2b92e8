import type { Page } from 'playwright-core'
import type { Log } from '../../log.ts'
import type { RenderLimits } from './limits.ts'
import type { Ask } from './traffic.ts'
import { setTimeout as pause } from 'node:timers/promises'
import { tell } from '../../contract/told.ts'
import { ScrapeError } from '../../errors.ts'
import { createBrowserKeeper } from './browser-keeper.ts'
import { launchBrowser, openPage } from './browser.ts'
import { defaultRenderLimits } from './limits.ts'
import { createSlots } from './slots.ts'
import { createTraffic } from './traffic.ts'
import { within } from './within.ts'

export interface RendererOptions {
  /** Path of Chromium, or `auto` for the usual places. */
  program: string
  userAgent: string
  log: Log
  limits?: Partial<RenderLimits>
}

export interface RenderRequest {
  /** The page as it was fetched. */
  page: { url: string, html: string }
  ask: Ask
  signal: AbortSignal
}

export interface RenderedPage {
  /** Where the page's scripts have led. */
  url: string
  /** The document as its scripts have made it. */
  html: string
  /** What was asked for it beside the page itself, and what of that it did not get. */
  requests: number
  refused: number
}

export interface Renderer extends AsyncDisposable {
  /**
   * Runs the scripts of a page. Raises `timeout` when they do not come to an end, `too-large`, `parse-failed` when the
   * browser gives up on it, `service-unavailable` when there is no browser, or the signal's reason.
   */
  render: (request: RenderRequest) => Promise<RenderedPage>
}

/** Reads pages that need JavaScript with the system's Chromium, which sends nothing itself: all its requests go through `ask`. */
export function createRenderer({ program, userAgent, log, limits: given }: RendererOptions): Renderer {
  const limits: RenderLimits = { ...defaultRenderLimits, ...given }
  const slots = createSlots(limits.pagesAtOnce)
  const closing = new AbortController()
  const browsers = createBrowserKeeper({
    idleMs: limits.idleMs,
    async launch() {
      const browser = await launchBrowser(program, limits.launchMs)
      log.info({ event: 'renderer.started', version: browser.version() }, 'Chromium started to read pages that need JavaScript')
      return browser
    },
  })

  async function render({ page, ask, signal: caller }: RenderRequest): Promise<RenderedPage> {
    const signal = AbortSignal.any([caller, closing.signal])
    using _slot = await slots.take(signal)
    return await browsers.use(signal, async (browser) => {
      const opening = openPage(browser, userAgent)
      const ended = new AbortController()
      try {
        const opened = await within(opening, AbortSignal.any([signal, AbortSignal.timeout(limits.answerMs)]))
        return await read(opened.page, { page, ask, signal: AbortSignal.any([signal, ended.signal]) })
      }
      catch (error) {
        signal.throwIfAborted()
        throw error instanceof ScrapeError ? error : new ScrapeError('parse-failed', tell('browser-gave-up'), { url: page.url, cause: error })
      }
      finally {
        ended.abort()
        await close(opening.then(({ context }) => context.close()))
      }
    })
  }

  async function read(tab: Page, { page, ask, signal }: RenderRequest): Promise<RenderedPage> {
    const traffic = await createTraffic({ page: tab, html: page.html, ask, limits, signal })
    const crashed = new AbortController()
    tab.on('crash', () => crashed.abort(new ScrapeError('parse-failed', tell('page-eats-memory'), { url: page.url })))
    tab.on('close', () => crashed.abort(new ScrapeError('parse-failed', tell('browser-ended'), { url: page.url })))
    const running = AbortSignal.any([signal, crashed.signal])
    const until = AbortSignal.any([running, AbortSignal.timeout(limits.loadMs)])
    try {
      // Scripts that go on to another address break the first one off; where they end is what is read.
      await within(tab.goto(page.url, { waitUntil: 'load', timeout: 0 }).catch(() => {}), until)
      await traffic.quiet(until)
    }
    catch (error) {
      running.throwIfAborted()
      // A page that never rests is taken as it stands.
      if (!until.aborted)
        throw error
    }
    const html = await content(tab, page.url, running)
    if (html.length > limits.characters)
      throw new ScrapeError('too-large', tell('scripts-fill-page'), { url: page.url })
    return { url: tab.url(), html, ...traffic.counts() }
  }

  async function content(tab: Page, url: string, running: AbortSignal): Promise<string> {
    const late = AbortSignal.timeout(limits.answerMs)
    const until = AbortSignal.any([running, late])
    try {
      // Between two addresses a page has no text.
      for (;;) {
        const html = await within(tab.content().catch(() => null), until)
        if (html !== null)
          return html
        await pause(100, undefined, { signal: until })
      }
    }
    catch (error) {
      running.throwIfAborted()
      throw late.aborted ? new ScrapeError('timeout', tell('scripts-without-end'), { url }) : error
    }
  }

  /** A page that does not let itself be closed goes with its browser. */
  async function close(closed: Promise<void>): Promise<void> {
    const late = AbortSignal.timeout(limits.answerMs)
    await within(closed, late).catch(async () => {
      if (late.aborted)
        await browsers.retire().catch(() => {})
    })
  }

  return {
    render,
    /** Ends pages under way and the browser's process. */
    async [Symbol.asyncDispose]() {
      closing.abort(new ScrapeError('service-unavailable', tell('renderer-closed'), { url: '' }))
      await browsers[Symbol.asyncDispose]()
    },
  }
}
