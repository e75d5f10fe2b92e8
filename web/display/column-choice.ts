import type { Column } from './table-column.ts'

/** A column that a table can show beside the row's own name; `usual` ones are shown until others are chosen. */
export type ChoosableColumn = Omit<Column, 'label'> & { usual: boolean }

/** What stands in the address for a choice of columns; nothing for the usual ones. */
export function columnsQuery(columns: readonly ChoosableColumn[], chosen: readonly string[]): string | undefined {
  const ordered = columns.filter(({ key }) => chosen.includes(key))
  const isUsual = columns.every(({ key, usual }) => usual === chosen.includes(key))
  return isUsual ? undefined : ordered.map(({ key }) => key).join(',') || 'none'
}

/** The columns to draw: the usual ones where there is room, those that were chosen always. */
export function shownColumns<Given extends ChoosableColumn>(columns: readonly Given[], shown: readonly string[] | undefined, labelOf: (key: Given['key']) => string): Column[] {
  return columns
    .filter(({ key, usual }) => shown === undefined ? usual : shown.includes(key))
    .map(({ usual: _, ...column }) => ({ ...column, label: labelOf(column.key), from: shown === undefined ? column.from : undefined }))
}

const nameWidth = 260
const columnWidth = 136

/** Pixels that a table of chosen columns needs, so that its names can still be read; the usual ones fit every screen. */
export const leastWidth = (columns: readonly Column[], shown: readonly string[] | undefined): number => shown === undefined ? 0 : nameWidth + columnWidth * (columns.length - 1)
