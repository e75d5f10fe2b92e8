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

/** Whether a field can be read: lists, ranges and steps of its numbers and names, `L`, `W` and `#` as the server knows them. */
export function isFieldFine({ from, to, names }: CronField, text: string): boolean {
  const known: readonly string[] = names
  const isPoint = (point: string) => {
    const number = known.includes(point.toLowerCase()) ? from : Number(point)
    return point !== '' && Number.isInteger(number) && number >= from && number <= to
  }
  return text !== '' && text.split(',').every((part) => {
    const [range = '', step, ...more] = part.split('/')
    const isStepFine = step === undefined || (/^\d+$/.test(step) && Number(step) > 0)
    const points = range.split('-')
    return more.length === 0 && isStepFine && (/^(?:[*?L]|LW|\d{1,2}W|\w{1,3}#[1-5L]|\w{1,3}L)$/i.test(range) || (points.length <= 2 && points.every(isPoint)))
  })
}
