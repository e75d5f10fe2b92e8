const syllables = ['ka', 'ro', 'mi', 'ten', 'lo', 'vas', 'der', 'pi', 'qua', 'sto', 'ne', 'lin', 'bor', 'fu', 'gra', 'sel']
const common = ['shirt', 'shoe', 'sneaker', 'jacket', 'dress', 'lamp', 'table', 'chair', 'cotton', 'leather', 'linen', 'wool', 'black', 'white', 'blue', 'green', 'organic', 'waterproof', 'running', 'classic', 'slim', 'wide', 'outdoor', 'kids', 'women', 'men', 'summer', 'winter', 'größe', 'für', 'schwarz', 'weiß', 'baumwolle', 'leinen', 'kaffee', 'decke']
const vocabularySize = 20_000

/** Words of shops first, then invented ones: the order is how often they come. */
const vocabulary: readonly string[] = Array.from({ length: vocabularySize }, (_, index) => common[index] ?? inventedWord(index))

function inventedWord(index: number): string {
  let word = ''
  for (let rest = index * 31 + 17; rest > 0 || word.length < 4; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length]
  return word
}

/** The same numbers for the same seed, 0 (included) to 1 (mulberry32). */
export function createRandom(seed: number) {
  let state = seed >>> 0
  function next(): number {
    state = (state + 0x6D2B79F5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (count: number): number => Math.floor(next() * count)
  /** Small numbers far more often than large ones, as words and shop sizes are in life. */
  const skewed = (count: number, power = 3): number => Math.floor(next() ** power * count)
  return {
    next,
    below,
    skewed,
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)]!,
    chance: (share: number): boolean => next() < share,
    words: (count: number): string => Array.from({ length: count }, () => vocabulary[skewed(vocabularySize)]!).join(' '),
  }
}
export type Random = ReturnType<typeof createRandom>

/** UUIDv7 of a time and a number: sorts by both. */
export function idAt(ms: number, index: number): string {
  const time = ms.toString(16).padStart(12, '0')
  const tail = index.toString(16).padStart(12, '0')
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${tail}`
}

/** A time as Prisma writes it into SQLite. */
export function timeText(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '+00:00')
}
