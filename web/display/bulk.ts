import type { JobBulkResult } from '../../server/contract/index.ts'

/** Why jobs are left out, the commonest reason first. Reasons are known of the first jobs only, as the answer is. */
export function skipReasons(result: Pick<JobBulkResult, 'outcomes'>): { message: string, n: number }[] {
  const counts = new Map<string, number>()
  for (const { outcome, message } of result.outcomes) {
    if (outcome === 'skipped' && message)
      counts.set(message, (counts.get(message) ?? 0) + 1)
  }
  return [...counts].map(([message, n]) => ({ message, n })).sort((a, b) => b.n - a.n)
}
