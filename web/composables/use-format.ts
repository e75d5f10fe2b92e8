import { useI18n } from 'vue-i18n'
import { formatBytes } from '../display/bytes.ts'
import { formatDuration } from '../display/duration.ts'
import { dateFormat, listFormat, numberFormat } from '../display/formatters.ts'
import { formatMoney } from '../display/money.ts'
import { formatPercent } from '../display/percent.ts'
import { regionOf } from '../display/region.ts'
import { formatClock, formatDue, formatExact, formatRelative } from '../display/time.ts'

interface Texts { locale: { readonly value: string }, t: (key: string, named: Record<string, unknown>, plural: number) => string }
type Format = ReturnType<typeof formatsIn>
const made = new WeakMap<Texts, Format>()

/** The formats of `display/`, bound to the language on screen; made once, for a list's rows ask for them a hundred times. */
export function useFormat(): Format {
  const texts = useI18n()
  const format = made.get(texts) ?? formatsIn(texts)
  made.set(texts, format)
  return format
}

function formatsIn({ locale, t }: Texts) {
  const region = () => regionOf(locale.value, navigator.languages)
  const number = (value: number) => numberFormat(locale.value).format(value)
  return {
    number,
    decimal: (value: number, digits: number) => numberFormat(locale.value, { maximumFractionDigits: digits }).format(value),
    /** A text with a plural, its number written as the language does. */
    count: (key: string, n: number) => t(key, { n: number(n) }, n),
    percent: (share: number) => formatPercent(share, locale.value),
    money: (minor: number, currency: string | null) => formatMoney(minor, currency, locale.value),
    bytes: (bytes: number) => formatBytes(bytes, locale.value),
    duration: (ms: number) => formatDuration(ms, locale.value),
    relative: (iso: string, now: number, style?: Intl.RelativeTimeFormatStyle) => formatRelative(iso, now, locale.value, style),
    exact: (iso: string) => formatExact(iso, region()),
    day: (iso: string) => dateFormat(region(), { dateStyle: 'medium' }).format(new Date(iso)),
    due: (iso: string, timeZone?: string) => formatDue(iso, region(), timeZone),
    clock: (iso: string) => formatClock(iso, locale.value),
    list: (items: string[]) => listFormat(locale.value, { type: 'unit', style: 'short' }).format(items),
  }
}
