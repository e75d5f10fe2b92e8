import { numberFormat } from './formatters.ts'

/** A share of 0 to 1 in whole percent; "<1%" and ">99%" where that would say none or all and it is not. */
export function formatPercent(share: number, locale: string): string {
  const percent = numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 })
  if (share > 0 && share < 0.005)
    return `<${percent.format(0.01)}`
  if (share < 1 && share >= 0.995)
    return `>${percent.format(0.99)}`
  return percent.format(share)
}
