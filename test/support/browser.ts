import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { findProgram, testTools } from '../../scripts/setup/find-program.mjs'

/** For what a page shows on a machine that does something else as well. */
const patienceMs = 20_000

const executablePath = findProgram(testTools.chromium)

/** Why suites that need a browser cannot run here; null when they can. In CI a missing one is a failure, never a skip. */
export const browserMissing: string | null = (() => {
  if (executablePath)
    return null
  const reason = `Chromium is missing: ${testTools.chromium.install}`
  if (process.env.CI)
    throw new Error(reason)
  console.warn(`SKIPPED: ${reason}`)
  return reason
})()

export interface PrivateBrowser extends AsyncDisposable {
  browser: Browser
  /**
   * A tab of an English viewer on a wide screen, unless told otherwise. Nothing in it moves, so that no test meets a thing
   * half-way. Tabs with the same options are of one session: what loading the dashboard has once cost is not paid again.
   */
  openPage: (options?: BrowserContextOptions) => Promise<Page>
}

/** The system's Chromium without a window, with a fresh profile; it reaches nothing but what its pages ask for. */
export async function openBrowser(): Promise<PrivateBrowser> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  const sessions = new Map<string, Promise<BrowserContext>>()
  return {
    browser,
    async openPage(options = {}) {
      const key = JSON.stringify(options)
      const session = sessions.get(key) ?? browser.newContext({ locale: 'en-GB', viewport: { width: 1280, height: 900 }, reducedMotion: 'reduce', ...options })
      sessions.set(key, session)
      const page = await (await session).newPage()
      page.setDefaultTimeout(patienceMs)
      return page
    },
    [Symbol.asyncDispose]: () => browser.close(),
  }
}
