/** Where a text stops being JSON; null where the browser does not say. */
export function jsonFault(error: unknown): { line: number, column: number } | null {
  const place = /line (\d+) column (\d+)/.exec(error instanceof Error ? error.message : '')
  return place && { line: Number(place[1]), column: Number(place[2]) }
}
