import type { Bench } from './bench.ts'
import { large } from './large/large.bench.ts'
import { live } from './live/live.bench.ts'
import { memory } from './scrape/memory.bench.ts'
import { scrape } from './scrape/scrape.bench.ts'

/** Every bench, by name: a new one is a file and a line. */
export const benches: readonly Bench[] = [scrape, memory, large, live]
