/** A column of `DataTable`; `width` and `show` are Tailwind classes (`w-32`, `hidden lg:table-cell`). */
export interface Column {
  key: string
  label: string
  width?: string
  show?: string
  align?: 'end'
  /** The rows can be sorted by it, under this name. */
  sort?: string
  /** The heading is only for screen readers. */
  quiet?: boolean
}
