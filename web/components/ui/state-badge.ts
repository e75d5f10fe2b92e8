import type { FunctionalComponent } from 'vue'
import type { Tone } from '../../display/job-status.ts'
import { h } from 'vue'
import { badgeTones } from '../../display/badge-tones.ts'
import { drawIcon } from './icon.ts'

interface Props {
  tone: Tone
  icon: string
  label: string
  spin?: boolean
  /** The expected state, without the coloured pill. */
  quiet?: boolean
}

const box = 'inline-flex h-6 max-w-full items-center gap-1.5 rounded-full text-xs whitespace-nowrap'

/** A state with its icon and word. */
const StateBadge: FunctionalComponent<Props> = ({ tone, icon, label, spin, quiet }) =>
  h('span', { class: quiet ? `${box} text-muted` : `${box} ${badgeTones[tone]} pr-2.5 pl-1.5 font-medium` }, [
    drawIcon(icon, spin ? 'size-3.5 shrink-0 motion-safe:animate-spin' : 'size-3.5 shrink-0'),
    h('span', { class: 'truncate' }, label),
  ])
StateBadge.props = { tone: String, icon: String, label: String, spin: Boolean, quiet: Boolean } as never

export default StateBadge
