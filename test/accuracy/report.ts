import type { CasesReport } from './cases.ts'
import type { Miss, PagesReport } from './pages.ts'
import { z } from 'zod'
import doubtfulLabels from './doubtful-labels.json' with { type: 'json' }
import { pageFields } from './pages.ts'
import { f1, precision, recall } from './score.ts'

const doubts = z.array(z.object({ page: z.string(), field: z.string(), why: z.string() })).parse(doubtfulLabels)
const doubtOf = (miss: Miss) => doubts.find(each => each.page === miss.page && each.field === miss.field)?.why
const three = (value: number) => value.toFixed(3)
const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${(part / whole * 100).toFixed(1)} %`)
const cell = (text: string) => text.replaceAll('|', '\\|').replace(/\s+/g, ' ').slice(0, 120)

/** Pages as Markdown: a table of scores, one of calibration, and every miss. */
export function pagesMarkdown(title: string, report: PagesReport): string {
  const lines = [`## ${title}`, '', `${report.pages} pages.`, '', '| field | precision | recall | F1 | labelled |', '|---|---|---|---|---|']
  for (const field of pageFields) {
    const score = report.scores[field]
    if (score.labelled > 0)
      lines.push(`| ${field} | ${three(precision(score))} | ${three(recall(score))} | ${three(f1(score))} | ${score.labelled} |`)
  }
  const doubted = report.misses.filter(miss => doubtOf(miss))
  if (doubted.length > 0) {
    lines.push('', 'Labels that the page itself contradicts count as misses above. Without them:', '')
    for (const field of new Set(doubted.map(miss => miss.field))) {
      const score = report.scores[field]
      const count = doubted.filter(miss => miss.field === field).length
      const rest = { ...score, falsePositive: score.falsePositive - count, falseNegative: score.falseNegative - count }
      lines.push(`- ${field}: precision ${three(precision(rest))}, F1 ${three(f1(rest))} (${count} left out)`)
    }
    for (const miss of doubted)
      lines.push(`  - ${miss.page} ${miss.field}: ${doubtOf(miss)}`)
  }
  lines.push('', 'Calibration: of the values at a confidence, how many are right.', '', '| confidence from | right | of | share |', '|---|---|---|---|')
  for (const bin of report.calibration) {
    if (bin.total > 0)
      lines.push(`| ${bin.from} | ${bin.right} | ${bin.total} | ${percent(bin.right, bin.total)} |`)
  }
  lines.push('', `Fields filled: ${Object.entries(report.coverage).map(([field, pages]) => `${field} ${pages}`).join(', ')}.`, '', '| miss | page | accepted | read | confidence |', '|---|---|---|---|---|')
  for (const miss of report.misses)
    lines.push(`| ${miss.field} | ${miss.page} | ${cell(miss.accepted.join(' / '))} | ${cell(miss.predicted ?? '–')} | ${miss.confidence ?? '–'} |`)
  return `${lines.join('\n')}\n`
}

/** Case files as Markdown: one row a file, then every miss. */
export function casesMarkdown(reports: { name: string, report: CasesReport }[]): string {
  const lines = ['## Case files', '', '| cases | kind | right | of | share | known failures of their library that are right here |', '|---|---|---|---|---|---|']
  for (const { name, report } of reports)
    lines.push(`| ${name} | ${report.kind} | ${report.right} | ${report.total} | ${percent(report.right, report.total)} | ${report.knownFailures ? `${report.knownFailuresRight} of ${report.knownFailures}` : '–'} |`)
  const misses = reports.flatMap(({ name, report }) => report.misses.map(miss => ({ name, ...miss })))
  if (misses.length > 0)
    lines.push('', '| miss in | field | input | expected | read |', '|---|---|---|---|---|', ...misses.map(miss => `| ${miss.name} | ${miss.field} | ${cell(miss.input)} | ${cell(miss.expected)} | ${cell(miss.actual)} |`))
  return `${lines.join('\n')}\n`
}

/** How often an amount that is not the price is taken for it, once the price itself is gone. */
export function withoutPricesMarkdown({ pages, stillRead }: { pages: number, stillRead: number }): string {
  return `### With the price taken out\n\nEvery notation of the labelled and the read price and list price removed from the page: of ${pages} pages ${stillRead} still give a price, which is another variant's, another product's, or the same in a spelling that was not removed.\n`
}

/** What remains when a source is left out of every page: one row an ablation, precision / recall for each field. */
export function ablationMarkdown(runs: readonly { name: string, report: PagesReport }[]): string {
  const fields = ['price', 'currency', 'availability', 'sku', 'brand', 'gtin'] as const
  const lines = ['### With a source missing', '', 'Precision / recall of the same pages, doubtful labels counted as misses.', '', `| left out | ${fields.join(' | ')} | right at 0.95 or surer |`, `|---|${fields.map(() => '---|').join('')}---|`]
  for (const { name, report } of runs) {
    const sure = report.calibration.filter(bin => bin.from >= 0.95)
    const sum = (key: 'right' | 'total') => sure.reduce((all, bin) => all + bin[key], 0)
    lines.push(`| ${name} | ${fields.map(field => `${three(precision(report.scores[field]))} / ${three(recall(report.scores[field]))}`).join(' | ')} | ${sum('right')} of ${sum('total')} |`)
  }
  return `${lines.join('\n')}\n`
}
