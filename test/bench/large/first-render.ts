import type { Page } from 'playwright-core'

export interface FirstRender {
  /** Milliseconds from the beginning of the navigation to the first text or picture on screen. */
  paintMs: number
  /** Cumulative layout shift: how far what was on screen moved by itself, as a share of the screen. */
  shift: number
  /** Total blocking time: milliseconds after the first paint in which a tap or a key would have waited, beyond the 50 of each long task. */
  blockedMs: number
}

interface Observed extends Window { firstRender: () => { paintMs: number | null, shift: number, blockedMs: number } }
interface LayoutShift extends PerformanceEntry { value: number, hadRecentInput: boolean }

/** Has each document that is opened from now on watched, from before its first script. */
export async function watchFirstRender(page: Page): Promise<void> {
  await page.addInitScript(() => {
    let shift = 0
    const add = (entries: PerformanceEntry[]) => {
      for (const { value, hadRecentInput } of entries as LayoutShift[])
        shift += hadRecentInput ? 0 : value
    }
    const shifts = new PerformanceObserver(list => add(list.getEntries()))
    shifts.observe({ type: 'layout-shift', buffered: true })
    const longTasks: PerformanceEntry[] = []
    const tasks = new PerformanceObserver(list => longTasks.push(...list.getEntries()))
    tasks.observe({ type: 'longtask', buffered: true })
    ;(window as unknown as Observed).firstRender = () => {
      add(shifts.takeRecords())
      longTasks.push(...tasks.takeRecords())
      const paintMs = performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? null
      // Of a task that the paint came out of, what was left of it.
      const blocked = longTasks.map(({ startTime, duration }) => Math.max(0, startTime + duration - Math.max(startTime, paintMs ?? 0) - 50))
      return { paintMs, shift, blockedMs: blocked.reduce((sum, ms) => sum + ms, 0) }
    }
  })
}

/** What a watched page came to, once its contents are there. */
export async function firstRenderOf(page: Page): Promise<FirstRender> {
  // The frame that shows the contents, and the one after it, by when what it moved has been noted.
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  const { paintMs, shift, blockedMs } = await page.evaluate(() => (window as unknown as Observed).firstRender())
  if (paintMs === null)
    throw new Error(`${page.url()} painted nothing.`)
  return { paintMs, shift, blockedMs }
}
