import type { Outline, Run } from './outline.ts'
import type { ShownPrice } from './shown-price.ts'
import { asciiDigits } from '../../normalize/digits.ts'
import { WITH_TAX, WITHOUT_TAX } from './price-words.ts'

const NUMBER = '(\\d{1,2}(?:[.,]\\d{1,2})?)\\s?%'
const WORD = '(?:off|less|discount|saved?|saving|rabatt|reduziert|reduced|günstiger|gespart|sparen|sie sparen|réduction|remise|économisez|descuento|desconto|dto\\.?|ahorras?|ahorro|economize|sconto|risparmi\\p{L}*|korting|zniżk\\p{L}*|taniej|oszczędzasz|slev\\p{L}*|ušetříte|zľav\\p{L}*|skidka|скидк\\p{L}*|знижк\\p{L}*|отстъпк\\p{L}*|kedvezmény\\p{L}*|reducere|popust\\p{L}*|alennus|soodustus|nuolaida|atlaide|spara|spar|indirim|έκπτωση|割引|할인|خصم|הנחה|giảm|ลด|diskon)'
/** `-5 %`, `20% off`, `Sie sparen 20 %`. */
const REDUCTION = new RegExp(`[-–−‑]\\s?${NUMBER}|${NUMBER}\\s?(?:de\\s|di\\s)?${WORD}|${WORD}:?\\s?(?:de\\s|di\\s)?${NUMBER}|[-–−‑]?\\s?%\\s?(\\d{1,2})(?:\\s?${WORD}|$)`, 'iu')
/** A reduction on a condition, or of something else. */
const CONDITION = /code|coupon|gutschein|voucher|pix|boleto|member|club|subscri|abo\b|newsletter|first order|vat|mwst|tax|iva|tva|dph|moms|btw|cash ?back|points/i
/** `from 3 pieces`, `3+`, `10 Stk.`: a price for many. */
const MANY = /(?:^|\s)(?:ab|from|od|dès|à partir de|da|desde|vanaf|från|от|від|buy)\s\d{1,4}(?![\d.,]*\s?(?:\p{Sc}|(?:EUR|USD|GBP|CHF|PLN|CZK|RON|HUF|SEK|NOK|DKK|BRL|TRY|RUB|INR)(?!\p{L})))|\d\s?\+(?:\s|$)|[≥>]\s?\d|\b\d{1,4}\s?(?:pcs|pieces|stk|stück|ks\b|szt|шт|pièces|unid|pz\b|pezzi|db\b|buc)/iu
const AROUND = 6

/** Whether a percentage printed near two prices leads from the higher one to the lower one. */
export function reductionBetween(low: ShownPrice, high: ShownPrice, { runs }: Outline): boolean {
  const [from, to] = [Math.min(low.run.index, high.run.index), Math.max(low.run.index, high.run.index)]
  const near = runs.slice(Math.max(0, from - AROUND), to + AROUND + 1)
  if (isForMany(low, runs))
    return false
  const exact = (1 - Number(low.amount) / Number(high.amount)) * 100
  return near.some((run) => {
    const said = run.aside ? null : percentOf(run)
    return said !== null && Math.abs(exact - said) < (said < 10 ? 0.6 : 1)
  })
}

function percentOf({ text }: Run): number | null {
  if (text.length > 60 || !text.includes('%') || CONDITION.test(text) || WITH_TAX.test(text) || WITHOUT_TAX.test(text))
    return null
  const match = REDUCTION.exec(asciiDigits(text))
  const number = match?.slice(1).find(group => group !== undefined)
  return number === undefined ? null : Number(number.replace(',', '.'))
}

/** Whether an amount is what one of many pieces costs. */
export function isForMany({ run, text }: ShownPrice, runs: readonly Run[]): boolean {
  return [text, runs[run.index - 1]?.text ?? '', runs[run.index + 1]?.text ?? ''].some(each => each.length < 40 && MANY.test(each))
}
