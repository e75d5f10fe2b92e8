import type { Score } from './score.ts'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { z } from 'zod'
import { extractProduct } from '../../server/scrape/extract/index.ts'
import { fromMinor, isOrderable, printedCurrency } from '../../server/scrape/normalize/index.ts'
import { count, emptyScore } from './score.ts'

export const pageFields = ['price', 'currency', 'availability', 'OutOfStock', 'sku', 'brand', 'mpn', 'gtin'] as const
export type PageField = (typeof pageFields)[number]

export interface Miss {
  page: string
  url: string
  field: PageField
  accepted: readonly string[]
  predicted: string | null
  confidence: number | null
}

export interface CalibrationBin {
  from: number
  right: number
  total: number
}

export interface PagesReport {
  pages: number
  scores: Record<PageField, Score>
  misses: Miss[]
  calibration: CalibrationBin[]
  /** Fields filled, of all pages. */
  coverage: Record<string, number>
  millisecondsPerPage: number
  /** Price and list price as read, by page. */
  amounts: Record<string, string[]>
}

/** Fields that the benchmark's own evaluate.py scores: without a label, a value read there is a false positive. */
const COMPLETE: ReadonlySet<PageField> = new Set(['price', 'sku'])
const Truth = z.record(z.string(), z.looseObject({ url: z.string() }))
const bins = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98]

/**
 * Reads every page of a folder laid out like product-extraction-benchmark, each `prepared` first, and compares it with the
 * accepted values as the benchmark's evaluate.py does: prices as decimal numbers (3.340 is 3.34, and 3340 is neither), a wrong
 * value as one false positive and one false negative, a price or SKU on a page labelled without one as a false positive.
 * Stricter in one point: no answer about stock is a miss here, and read as InStock there. Laxer in one: a SKU's case and blanks
 * do not count.
 */
export function scorePages(folder: string, prepared: (html: string, prices: readonly string[], id: string) => string = html => html): PagesReport {
  const truth = Truth.parse(JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')))
  const files = new Set(readdirSync(join(folder, 'html')))
  const report: PagesReport = { pages: 0, scores: newScores(), misses: [], calibration: bins.map(from => ({ from, right: 0, total: 0 })), coverage: {}, millisecondsPerPage: 0, amounts: {} }
  let spent = 0
  for (const [id, labels] of Object.entries(truth)) {
    const stored = readHtml(folder, id, files)
    if (stored === null)
      continue
    const html = prepared(stored, listOf(labels.price).map(each => each.trim()), id)
    report.pages++
    const started = performance.now()
    const extraction = extractProduct({ url: labels.url, html }, { recipe: null })
    spent += performance.now() - started
    report.amounts[id] = [extraction.draft.priceMinor, extraction.draft.listPriceMinor].flatMap(minor => (minor === null ? [] : [fromMinor(minor, extraction.draft.currency).replace(/\.00$/, '')]))
    compare(id, labels, extraction, report)
  }
  report.millisecondsPerPage = report.pages === 0 ? 0 : spent / report.pages
  return report
}

function newScores(): Record<PageField, Score> {
  return Object.fromEntries(pageFields.map(field => [field, emptyScore()])) as Record<PageField, Score>
}

function readHtml(folder: string, id: string, files: ReadonlySet<string>): string | null {
  if (files.has(`${id}.html.gz`))
    return gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`))).toString('utf8')
  return files.has(`${id}.html`) ? readFileSync(join(folder, 'html', `${id}.html`), 'utf8') : null
}

const squash = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')
const sameNumber = (accepted: string, predicted: string) => Number(accepted.trim()) === Number(predicted)
const sameText = (accepted: string, predicted: string) => squash(accepted) === squash(predicted)
const sameCurrency = (accepted: string, predicted: string) => accepted.trim() === predicted || printedCurrency(accepted)?.codes.includes(predicted) === true

type Extraction = ReturnType<typeof extractProduct>

function compare(id: string, labels: Record<string, unknown>, { draft, evidence }: Extraction, report: PagesReport): void {
  const stock = draft.availability === null ? null : isOrderable(draft.availability) ? 'InStock' : 'OutOfStock'
  const outOfStock = listOf(labels.availability).filter(each => each === 'OutOfStock')
  const predictions: [PageField, readonly string[], string | null, (accepted: string, predicted: string) => boolean, number | undefined][] = [
    ['price', listOf(labels.price), draft.priceMinor === null ? null : fromMinor(draft.priceMinor, draft.currency), sameNumber, evidence.price?.confidence],
    ['currency', listOf(labels.currency), draft.currency, sameCurrency, evidence.currency?.confidence],
    ['availability', listOf(labels.availability), stock, sameText, evidence.availability?.confidence],
    ['sku', listOf(labels.sku), draft.sku, sameText, evidence.sku?.confidence],
    ['brand', listOf(labels.brand), draft.brand, sameText, evidence.brand?.confidence],
    ['mpn', listOf(labels.mpn), draft.mpn, sameText, evidence.mpn?.confidence],
    ['gtin', listOf(labels.gtin), draft.gtin, sameText, evidence.gtin?.confidence],
  ]
  for (const [field, accepted, predicted, isRight, confidence] of predictions) {
    const outcome = count(report.scores[field], accepted, predicted, isRight, COMPLETE.has(field))
    if (outcome === 'wrong' || outcome === 'missing')
      report.misses.push({ page: id.slice(0, 8), url: String(labels.url), field, accepted, predicted, confidence: confidence ?? null })
    if ((outcome === 'right' || outcome === 'wrong') && confidence !== undefined)
      calibrate(report.calibration, confidence, outcome === 'right')
  }
  countOutOfStock(report.scores.OutOfStock, outOfStock.length > 0, stock)
  for (const [field, value] of Object.entries(draft)) {
    if (value !== null && (typeof value !== 'object' || Object.keys(value).length > 0))
      report.coverage[field] = (report.coverage[field] ?? 0) + 1
  }
}

/** OutOfStock as a class of its own: always answering InStock looks good otherwise. */
function countOutOfStock(score: Score, isOut: boolean, predicted: string | null): void {
  score.labelled += isOut ? 1 : 0
  if (isOut && predicted === 'OutOfStock')
    score.truePositive++
  else if (isOut)
    score.falseNegative++
  else if (predicted === 'OutOfStock')
    score.falsePositive++
}

function calibrate(calibration: CalibrationBin[], confidence: number, isRight: boolean): void {
  const bin = calibration.findLast(each => confidence >= each.from)
  if (bin) {
    bin.total++
    bin.right += isRight ? 1 : 0
  }
}

function listOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String).filter(each => each.trim() !== '') : []
}
