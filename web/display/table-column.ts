import type { ScreenWidth } from './screen-width.ts'

/** A column of `DataTable`; `width` is a Tailwind class. */
export interface Column {
  key: string
  label: string
  width?: string
  /** Left out on narrower screens. */
  from?: ScreenWidth
  align?: 'end'
  /** The rows can be sorted by it, under this name. */
  sort?: string
  /** The heading is only for screen readers. */
  quiet?: boolean
}
