/** The ids of the rows from one to another, both among them, in their order, whichever comes first; the second alone when the first is not there any more. */
export function rangeOf(rows: readonly { id: string }[], from: string | null, to: string): string[] {
  const start = rows.findIndex(({ id }) => id === from)
  const end = rows.findIndex(({ id }) => id === to)
  return start < 0 || end < 0 ? [to] : rows.slice(Math.min(start, end), Math.max(start, end) + 1).map(({ id }) => id)
}
