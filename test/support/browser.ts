import type { Browser } from 'playwright-core'
import process from 'node:process'
import { chromium } from 'playwright-core'
import { findProgram, testTools } from '../../scripts/setup/find-program.mjs'

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
}

/** The system's Chromium without a window, with a fresh profile; it reaches nothing but what its pages ask for. */
export async function openBrowser(): Promise<PrivateBrowser> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  return { browser, [Symbol.asyncDispose]: () => browser.close() }
}
