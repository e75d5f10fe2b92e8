import { minorDigits } from '../../server/contract/money.ts'
import { numberFormat } from './formatters.ts'

/** An amount in minor units as a person reads it; a currency that Intl does not know is written out. */
export function formatMoney(minor: number, currency: string | null, locale: string): string {
  const digits = currency === null ? 2 : minorDigits(currency)
  const fraction = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const amount = minor / 10 ** digits
  if (currency === null)
    return numberFormat(locale, fraction).format(amount)
  try {
    return numberFormat(locale, { style: 'currency', currency, ...fraction }).format(amount)
  }
  catch {
    return `${numberFormat(locale, fraction).format(amount)} ${currency}`
  }
}

/** Whole percent off the list price, or null when there is nothing off. */
export function discountPercent(priceMinor: number | null, listPriceMinor: number | null): number | null {
  if (priceMinor === null || listPriceMinor === null || listPriceMinor <= priceMinor)
    return null
  return Math.round((1 - priceMinor / listPriceMinor) * 100)
}
