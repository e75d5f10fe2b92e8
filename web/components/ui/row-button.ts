import type { FunctionalComponent } from 'vue'
import { h } from 'vue'
import { drawIcon } from './icon.ts'

const looks = {
  ghost: 'text-default outline-inverted/25 hover:bg-elevated active:bg-elevated disabled:hover:bg-transparent',
  outline: 'bg-default text-default outline-inverted/25 ring ring-inset ring-accented hover:bg-elevated active:bg-elevated disabled:bg-default focus-visible:ring-inverted',
  primary: 'text-primary ring ring-inset ring-primary/50 hover:bg-primary/10 active:bg-primary/10 disabled:bg-transparent focus-visible:ring-primary outline-primary/25',
  danger: 'text-error hover:bg-error/10 active:bg-error/10 disabled:bg-transparent outline-error/25',
} as const
const sizes = { xs: ['gap-1', 'p-1', 'px-2 py-1'], sm: ['gap-1.5', 'p-1.5', 'px-2.5 py-1.5'] } as const

export interface RowButtonProps {
  icon?: string
  /** Without it and without a slot it is as wide as high. */
  label?: string
  look?: keyof typeof looks
  size?: keyof typeof sizes
  /** It leads there instead of being pressed. */
  href?: string
  disabled?: boolean
  /** At work on what was asked for: it cannot be asked again. */
  busy?: boolean
}

/** A button of a list's row. It looks like `UButton`, which is five components and finds its classes by rules each time; fifty rows have a hundred. */
const RowButton: FunctionalComponent<RowButtonProps> = ({ icon, label, look = 'ghost', size = 'sm', href, disabled, busy }, { slots }) => {
  const [gap, square, wide] = sizes[size]
  const content = slots.default?.() ?? (label === undefined ? [] : [h('span', { class: 'truncate' }, label)])
  const classes = ['inline-flex cursor-pointer items-center rounded-md text-xs font-medium transition-colors focus-visible:outline-3 disabled:cursor-not-allowed disabled:opacity-75', looks[look], gap, content.length > 0 ? wide : square]
  return h(href === undefined ? 'button' : 'a', { class: classes, ...href === undefined ? { type: 'button', disabled: disabled || busy } : { href } }, [
    busy ? drawIcon('i-lucide-loader-circle', 'size-4 shrink-0 animate-spin') : icon && drawIcon(icon, 'size-4 shrink-0'),
    ...content,
  ])
}
RowButton.props = { icon: String, label: String, look: String, size: String, href: String, disabled: Boolean, busy: Boolean } as never

export default RowButton
