import type { PropType, VNode } from 'vue'
import type { Column } from '../../display/table-column.ts'
import { defineComponent, h } from 'vue'
import { useI18n } from 'vue-i18n'

/** What a table draws in its cells, by the columns' keys: the table's own slots, which stay the same object. */
type Cells = Readonly<Record<string, ((props: { row: { id: string } }) => VNode[]) | undefined>>

const rowClass = 'group relative h-13 scroll-mt-22 scroll-mb-20 -outline-offset-2 outline-primary hover:bg-muted has-[a:focus-visible]:outline-2'
const cellClass = 'px-3 py-1.5 first:pl-4 last:pr-4'

/** A row of `DataTable`, drawn by itself: what changes in it, or comes after it, leaves the other rows as they are. */
export default defineComponent({
  name: 'DataRow',
  props: {
    row: { type: Object as PropType<{ id: string }>, required: true },
    /** Among all rows, also those that are not there. */
    place: { type: Number, required: true },
    name: { type: String, required: true },
    columns: { type: Array as PropType<Column[]>, required: true },
    cells: { type: Object as PropType<Cells>, required: true },
    /** Absent where rows cannot be chosen. */
    selected: { type: Boolean, default: undefined },
  },
  emits: { toggle: (_row: { id: string }, _event: MouseEvent) => true },
  setup(props, { emit }) {
    const { t } = useI18n()
    const box = () => h('td', { key: '', class: 'relative z-10 pl-4' }, h('input', {
      'type': 'checkbox',
      'class': 'check',
      'checked': props.selected,
      'aria-label': t('common.select', { name: props.name }),
      'onClick': (event: MouseEvent) => emit('toggle', props.row, event),
    }))
    return () => h('tr', {
      'class': props.selected ? `${rowClass} bg-primary/6` : rowClass,
      'data-row': props.row.id,
      'data-index': props.place,
      'aria-rowindex': props.place + 2,
    }, [
      props.selected === undefined ? null : box(),
      ...props.columns.map(({ key, align }) => h('td', { key, class: align === 'end' ? `${cellClass} text-right` : cellClass }, props.cells[key]?.({ row: props.row }))),
    ])
  },
})
