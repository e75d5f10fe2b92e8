import { numberFormat } from './formatters.ts'

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** 1,536 → "1.5 kB"; decimal units, as file managers and disks count. */
export function formatBytes(bytes: number, locale: string): string {
  let step = 0
  let value = bytes
  while (Math.round(value) >= 1000 && step < units.length - 1) {
    value /= 1000
    step += 1
  }
  const digits = step === 0 || value >= 100 ? 0 : 1
  return numberFormat(locale, {
    style: 'unit',
    unit: units[step],
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: digits,
  }).format(value)
}
