/** An ISO time as a `datetime-local` field takes it, in the viewer's zone, to the minute; empty for none or one that is no time. */
export function toLocalTime(iso: string | undefined): string {
  const at = iso === undefined ? Number.NaN : Date.parse(iso)
  if (Number.isNaN(at))
    return ''
  const date = new Date(at)
  return new Date(at - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** What such a field says, as an ISO time; undefined when it is empty. */
export function fromLocalTime(local: string): string | undefined {
  const at = local === '' ? Number.NaN : new Date(local).getTime()
  return Number.isNaN(at) ? undefined : new Date(at).toISOString()
}
