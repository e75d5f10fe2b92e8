/** Where even the shortest run is still a bar, in percent. */
const lowest = 6
/** Room that the highest bar leaves for its marks, in percent. */
const highest = 74

/** Heights of bars in percent, the longest run the highest; a run without a duration is the lowest. */
export function barHeights(durations: (number | null)[]): number[] {
  const longest = Math.max(1, ...durations.map(ms => ms ?? 0))
  return durations.map(ms => ms === null ? lowest : Math.max(lowest, ms / longest * highest))
}

/** The middle of some durations; null without any. */
export function medianOf(durations: number[]): number | null {
  const sorted = [...durations].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  if (sorted.length === 0)
    return null
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}
