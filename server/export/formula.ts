/**
 * What a spreadsheet would run as a formula: a cell whose first character is one of these, also after leading blanks or
 * quotes and in full width (OWASP CSV Injection, ASVS 1.2.10).
 */

const risky = /^[\s"']*[=+\-@\t\r\n\0＝＋－＠]/

/** `'` in front keeps a spreadsheet from running the cell; `unguardCell` takes it off again, for every text. */
export function guardCell(cell: string): string {
  return risky.test(cell) || cell.startsWith('\'') ? `'${cell}` : cell
}

/** The exact inverse of `guardCell`. */
export function unguardCell(cell: string): string {
  return cell.startsWith('\'') ? cell.slice(1) : cell
}
