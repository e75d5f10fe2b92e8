export interface BenchOptions {
  /** The full size, minutes; else seconds. */
  long: boolean
  /** A line of progress for whoever waits. */
  say: (line: string) => void
}

/** What a bench found: a table for people, and whether what must hold held. */
export interface BenchReport {
  columns: readonly string[]
  rows: readonly (readonly (string | number)[])[]
  /** In words: what was measured how, and what it means. */
  notes: readonly string[]
  /** Targets that were missed, in words. They are reported; a shared machine decides too much to fail for them. */
  missed: readonly string[]
}

export interface Bench {
  name: string
  title: string
  /** Where long runs are kept; `RESULTS.md` when absent. */
  file?: string
  run: (options: BenchOptions) => Promise<BenchReport>
}
