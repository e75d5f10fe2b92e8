import type { Transform } from 'node:stream'
import type { ExportColumn } from '../contract/export.ts'
import type { ExportRow } from './columns.ts'
import { stringify } from 'csv-stringify'
import { exportColumns } from '../contract/export-columns.ts'
import { columns } from './columns.ts'
import { guardCell } from './formula.ts'

export interface CsvOptions {
  columns?: ExportColumn[]
  /** `safe` guards text cells against being run as formulas; `raw` writes them as they are. */
  mode: 'safe' | 'raw'
}

/** One record of the file: the chosen columns' texts. */
export function toRecord(row: ExportRow, { columns: chosen = [...exportColumns], mode }: CsvOptions): string[] {
  return chosen.map((name) => {
    const cell = columns[name].of(row)
    return mode === 'safe' && columns[name].kind === 'text' ? guardCell(cell) : cell
  })
}

/** Records in, bytes out: RFC 4180 (CRLF, quotes doubled), UTF-8 without a byte order mark, a header first. */
export function csvStream({ columns: chosen = [...exportColumns] }: Pick<CsvOptions, 'columns'>): Transform {
  return stringify({ header: true, columns: chosen, record_delimiter: 'windows', quoted_match: /^\s|\s$/ })
}
