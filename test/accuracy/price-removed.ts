import type { PagesReport } from './pages.ts'
import { scorePages } from './pages.ts'

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The ways in which a page may write an amount: `1299.5` is `1,299.50`, `1.299,50`, `1 299,5`, `129950` … */
function notations(amount: string): string[] {
  const [whole = '', fraction = ''] = amount.split('.')
  const wholes = whole.length > 3 ? ['', ',', '.', ' ', '\u00A0', '&nbsp;', '\''].map(separator => whole.replace(/\B(?=(?:\d{3})+$)/g, separator)) : [whole]
  const fractions = fraction === '' ? ['00', '0000'] : [fraction, fraction.padEnd(2, '0')]
  const written = wholes.flatMap(each => [...fractions.flatMap(cents => [`${each}.${cents}`, `${each},${cents}`]), ...(fraction === '' ? [each] : [])])
  return [...new Set([...written, whole + fraction.padEnd(2, '0')])].sort((a, b) => b.length - a.length)
}

/** A page without its price: every notation of the amounts taken out, wherever it stands. */
export function withoutAmounts(html: string, amounts: readonly string[]): string {
  return amounts.flatMap(notations).reduce((rest, text) => rest.replace(new RegExp(`(?<![\\d.,])${escape(text)}(?![.,]?\\d)`, 'g'), ''), html)
}

/** The pages of a folder with their prices taken out: what is still read as a price is some other amount, so it should be none. */
export function scoreWithoutPrices(folder: string, read: PagesReport): { pages: number, stillRead: number } {
  const { coverage, pages } = scorePages(folder, (html, labels, id) => withoutAmounts(html, [...labels, ...(read.amounts[id] ?? [])]))
  return { pages, stillRead: coverage.priceMinor ?? 0 }
}
