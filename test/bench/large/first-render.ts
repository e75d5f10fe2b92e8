import type { Page } from 'playwright-core'

export interface FirstRender {
  /** Milliseconds from the beginning of the navigation to the first text or picture on screen. */
  paintMs: number
  /** Cumulative layout shift: how far what was on screen moved by itself, as a share of the screen. */
  shift: number
}

interface Observed extends Window { firstRender: { paintMs: number | null, shift: number } }
interface LayoutShift extends PerformanceEntry { value: number, hadRecentInput: boolean }

/** Has each document that is opened from now on watched, from before its first script. */
export async function watchFirstRender(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = (window as unknown as Observed).firstRender = { paintMs: null as number | null, shift: 0 }
    new PerformanceObserver((list) => {
      for (const { name, startTime } of list.getEntries()) {
        if (name === 'first-contentful-paint')
          seen.paintMs = startTime
      }
    }).observe({ type: 'paint', buffered: true })
    new PerformanceObserver((list) => {
      for (const { value, hadRecentInput } of list.getEntries() as LayoutShift[])
        seen.shift += hadRecentInput ? 0 : value
    }).observe({ type: 'layout-shift', buffered: true })
  })
}

/** What a watched page came to, once its contents are there. */
export async function firstRenderOf(page: Page): Promise<FirstRender> {
  // Observers are told in a task of their own, after the frame that shows what they tell of.
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50)))))
  const { paintMs, shift } = await page.evaluate(() => (window as unknown as Observed).firstRender)
  if (paintMs === null)
    throw new Error(`${page.url()} painted nothing.`)
  return { paintMs, shift }
}
