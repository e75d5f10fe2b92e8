/** One case compared: null where the case asks for something this product does not do. */
export interface Outcome {
  /** Which part of the case, for the table: `amount`, `currency`, `allowed`. */
  field: string
  input: string
  expected: string
  actual: string
  isRight: boolean
}

/** How one kind of case file is run. `folder` is where the file lies, for cases that point to others. */
export interface CaseKind {
  /** The fields a row must have, for a message when a file has others. */
  reads: string
  /** Names of a row's values where a file has lists instead of objects. */
  columns?: readonly string[]
  /** Cases point to files beside them; where those are missing, none can be run. */
  needsFiles?: boolean
  /** Rows that are known failures of the cases' own library; they are run, but not scored. */
  isKnownFailure?: (row: Row) => boolean
  run: (row: Row, folder: string) => Outcome[]
}

export type Row = Readonly<Record<string, unknown>>

const show = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value) ?? 'undefined')

export function outcome(field: string, input: unknown, expected: unknown, actual: unknown, isRight = show(expected) === show(actual)): Outcome {
  return { field, input: show(input).slice(0, 300), expected: show(expected), actual: show(actual), isRight }
}

/** The mark that pytest's tables carry: true, or the reason. */
export const isXfail = (row: Row) => row.xfail !== undefined && row.xfail !== null && row.xfail !== false && row.xfail !== ''

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null)
