import type { Tone } from './job-status.ts'

/** Colours of a badge. Read at 4.5:1 on every ground that a page has; a browser test measures it. */
export const badgeTones: Record<Tone, string> = {
  primary: 'bg-primary/10 text-primary',
  secondary: 'bg-secondary/14 text-secondary',
  success: 'bg-success/10 text-success',
  info: 'bg-info/10 text-info',
  warning: 'bg-warning/12 text-warning',
  error: 'bg-error/10 text-error',
  neutral: 'bg-accented/60 text-toned',
}
