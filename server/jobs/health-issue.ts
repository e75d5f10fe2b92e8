import type { HealthIssue } from '../contract/overview.ts'
import type { Telling } from '../contract/told.ts'
import { inEnglish } from '../contract/told.ts'

/** A danger and what to do about it, in English and as what every language can be made of. */
export function healthIssue({ queue = null, ...issue }: Pick<HealthIssue, 'code' | 'severity'> & Partial<Pick<HealthIssue, 'queue'>>, danger: Telling, remedy: Telling): HealthIssue {
  return { ...issue, queue, message: inEnglish([danger]), told: [danger], remedy: inEnglish([remedy]), remedyTold: [remedy] }
}
