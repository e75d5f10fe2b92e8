import type { Bench, BenchReport } from '../bench.ts'
import type { Held } from './browse.ts'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { createHome, startGleaner } from '../../e2e/gleaner.ts'
import { residentMb } from '../scrape/installation.ts'
import { browse } from './browse.ts'
import { fillDatabase } from './fill.ts'
import { requestsOf } from './requests.ts'

const targetMs = 100
/** From the address to the first text on screen, with nothing in the cache. */
const firstPaintMs = 1000
/** What web.dev calls good; above it people lose the place they read. */
const mostShift = 0.1
/** What web.dev calls good; by then nobody feels that the page is busy. */
const mostBlockedMs = 200
/** Nothing that the bench fills in is old enough to be cleaned away while it is measured. */
const keepAll = { RETAIN_COMPLETED_DAYS: '0', RETAIN_FAILED_DAYS: '0', RETAIN_CANCELLED_DAYS: '0', RETAIN_EXPORTS_DAYS: '0', RETAIN_JOBS: '0' }

/** Each request of the dashboard against the real server, over HTTP, on a database of the size that it is to bear. */
export const large: Bench = {
  name: 'large',
  title: 'every request of the dashboard at a million jobs and a million products',
  async run({ long, say }): Promise<BenchReport> {
    const [jobs, products, rounds] = long ? [1_000_000, 1_000_000, 100] : [50_000, 50_000, 20]
    await using home = await createHome()
    const file = join(home.data, 'app.db')
    const filled = await fillDatabase({ file, jobs, products, seed: 1, say })
    const startedAt = performance.now()
    await using gleaner = await startGleaner(home, { ...keepAll, LOG_LEVEL: 'error' })
    const startMs = performance.now() - startedAt
    const idleMb = await residentMb(gleaner.pid)
    const measured = []
    for (const [name, path] of Object.entries(await requestsOf(gleaner))) {
      const times = await timesOf(gleaner.url + path, rounds)
      measured.push({ name, ...figuresOf(times) })
      say(`${name}: ${measured.at(-1)!.p50.toFixed(1)} / ${measured.at(-1)!.p99.toFixed(1)} ms`)
    }
    const browsed = await browse(gleaner, { screens: long ? 100 : 10 })
    const paints = browsed.pages.map(({ paintMs }) => paintMs).sort((a, b) => a - b)
    const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
    return {
      columns: ['request', 'p50 ms', 'p99 ms', 'slowest ms'],
      rows: [
        ...measured,
        { name: `of ${browsed.pages.length} pages in Chromium and of scrolling, ${browsed.requestsMs.length} in all`, ...figuresOf(browsed.requestsMs) },
        { name: 'first contentful paint of these pages, nothing cached', ...figuresOf(paints) },
      ].map(({ name, p50, p99, max }) => [name, p50.toFixed(1), p99.toFixed(1), max.toFixed(1)]),
      notes: [
        `${jobs.toLocaleString('en')} jobs and ${products.toLocaleString('en')} products (seed 1), a file of ${(statSync(file).size / 1e9).toFixed(1)} GB, filled in ${seconds(filled.fillMs)}; each request ${rounds} times, one after the other, answer read whole.`,
        `Migrations that found the rows there: ${Object.entries(filled.migrationsMs).map(([name, ms]) => `${name} ${seconds(ms)}`).join(', ')}. Words of the products: ${seconds(filled.wordsMs)} (the server does it in the background). From the start of the process to "ready": ${seconds(startMs)}. Resident: ${idleMb.toFixed(0)} MB when ready, ${(await residentMb(gleaner.pid)).toFixed(0)} MB after the last request.`,
        `In Chromium, from the address to the first paint, to the page with all of its contents, how far these moved meanwhile (cumulative layout shift), and how long the page did not answer (total blocking time): ${browsed.pages.map(({ path, paintMs, readyMs, shift, blockedMs }) => `${path} ${seconds(paintMs)}, ${seconds(readyMs)}, ${shift.toFixed(3)}, ${blockedMs.toFixed(0)} ms`).join('; ')}. The tab after scrolling through the list of jobs, collected: ${browsed.held.map(({ rows, bytes, nodes }) => `${(bytes / 1e6).toFixed(1)} MB and ${nodes.toLocaleString('en')} nodes at row ${rows.toLocaleString('en')}`).join(', ')}.`,
      ],
      missed: [
        ...measured.filter(({ p99 }) => p99 > targetMs).map(({ name, p99 }) => `${name}: p99 ${p99.toFixed(0)} of ${targetMs} ms`),
        ...browsed.pages.filter(({ paintMs }) => paintMs > firstPaintMs).map(({ path, paintMs }) => `${path}: first paint after ${paintMs.toFixed(0)} of ${firstPaintMs} ms`),
        ...browsed.pages.filter(({ shift }) => shift > mostShift).map(({ path, shift }) => `${path}: layout shift ${shift.toFixed(3)} of ${mostShift}`),
        ...browsed.pages.filter(({ blockedMs }) => blockedMs > mostBlockedMs).map(({ path, blockedMs }) => `${path}: blocked for ${blockedMs.toFixed(0)} of ${mostBlockedMs} ms`),
        ...browsed.errors,
        ...isFlat(browsed.held) ? [] : ['the tab grew while it was scrolled'],
      ],
    }
  },
}

async function timesOf(url: string, rounds: number): Promise<number[]> {
  const times: number[] = []
  for (let round = 0; round < rounds; round++) {
    const startedAt = performance.now()
    const response = await fetch(url)
    const answer = await response.text()
    times.push(performance.now() - startedAt)
    if (!response.ok)
      throw new Error(`${url} answered ${response.status}: ${answer}`)
  }
  return times.sort((a, b) => a - b)
}

function figuresOf(sorted: readonly number[]) {
  return { p50: quantile(sorted, 0.5), p99: quantile(sorted, 0.99), max: sorted.at(-1)! }
}

/** From the second round on the tab keeps as many rows as it ever does. What leaks is there at the end; one high reading in between is none. */
function isFlat(held: readonly Held[]): boolean {
  const [second, last] = [held[1]!, held.at(-1)!]
  return last.bytes < second.bytes * 1.2 && last.nodes < second.nodes * 1.2
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!
}
