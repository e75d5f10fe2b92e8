import type { Availability } from '../../contract/product.ts'
import { IN_STOCK } from './phrases/in-stock.ts'
import { ALMOST_GONE, BACK_ORDER, COMING, LIMITED, PRE_ORDER } from './phrases/later.ts'
import { DISCONTINUED, OUT_OF_STOCK } from './phrases/out-of-stock.ts'

/** A number of pieces: not of money to be spent, nor of days. */
const COUNT = '\\d{1,3}(?![\\d.,]*\\s?(?:\\p{Sc}|%|eur|chf|kc|zl|kr|lei|ft|лв|руб|грн|days?|tage?n?|jours?|dias?|dni|giorni|dagen|hours?|stunden|min))'

/**
 * What shops print about stock, by meaning and language. The order matters: a phrase of an earlier list wins, because "not in
 * stock" contains "in stock". Each text is a part of a regular expression over folded text.
 */
export const PHRASES: readonly (readonly [Availability, readonly string[]])[] = [
  ['InStock', ['not (?:yet )?sold(?! out)|nicht ausverkauft']],
  ['LimitedAvailability', Object.values(ALMOST_GONE)],
  ['Discontinued', Object.values(DISCONTINUED)],
  ['PreOrder', Object.values(PRE_ORDER)],
  ['BackOrder', Object.values(BACK_ORDER)],
  ['OutOfStock', Object.values(OUT_OF_STOCK)],
  ['PreOrder', Object.values(COMING)],
  ['LimitedAvailability', Object.values(LIMITED).map(text => text.replaceAll('\\d+', COUNT))],
  ['InStock', Object.values(IN_STOCK)],
]
