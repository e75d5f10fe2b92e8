/** The fields of a cron pattern in their order, with the numbers and names that each may hold. */
export const cronFields = [
  { name: 'minute', from: 0, to: 59, names: [] },
  { name: 'hour', from: 0, to: 23, names: [] },
  { name: 'day', from: 1, to: 31, names: [] },
  { name: 'month', from: 1, to: 12, names: ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] },
  { name: 'weekday', from: 0, to: 7, names: ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] },
] as const
/** Patterns of six fields begin with it. */
const second = { name: 'second', from: 0, to: 59, names: [] } as const
export type CronField = (typeof cronFields)[number] | typeof second

/** The fields of a pattern with what stands in each; what is missing at the end is empty. */
export function splitCron(pattern: string): { field: CronField, text: string }[] {
  const texts = pattern.trim().split(/\s+/)
  const fields: readonly CronField[] = texts.length > cronFields.length ? [second, ...cronFields] : cronFields
  return fields.map((field, place) => ({ field, text: texts[place] ?? '' }))
}

/** The pattern with another text in one of its fields; an empty one means "each". */
export function withField(pattern: string, place: number, text: string): string {
  return splitCron(pattern).map((each, at) => (at === place ? text.replaceAll(/\s/g, '') : each.text) || '*').join(' ')
}

/**
 * Whether a field makes sense, and the server can read it: all, or a list of numbers and names, ranges and steps of them, `L`
 * for the last day, `5L` and `5#3` for a weekday of the month. The server takes more, `mon` for a month among it.
 */
export function isFieldFine(field: CronField, text: string): boolean {
  return /^[*?](?:\/[1-9]\d*)?$/.test(text) || text.split(',').every(part => isPartFine(field, part))
}

function isPartFine({ name, from, to, names }: CronField, part: string): boolean {
  const known: readonly string[] = names
  const numberOf = (point: string) => known.includes(point.toLowerCase()) ? known.indexOf(point.toLowerCase()) + from : /^\d{1,2}$/.test(point) ? Number(point) : -1
  const isPoint = (point: string) => numberOf(point) >= from && numberOf(point) <= to
  const [, range = '', step] = /^([^/]*)(?:\/([1-9]\d*))?$/.exec(part) ?? []
  if (step === undefined && name === 'day' && range === 'L')
    return true
  const ofMonth = step === undefined && name === 'weekday' ? /^(\w{1,3})(?:L|#[1-5])$/i.exec(range) : null
  if (ofMonth)
    return isPoint(ofMonth[1]!)
  const points = range.split('-')
  return points.length <= 2 && points.every(isPoint) && numberOf(points[0]!) <= numberOf(points.at(-1)!)
}
