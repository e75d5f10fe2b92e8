import type { Clock } from '../clock.ts'
import type { FailureGroups, FailureQuery } from '../contract/failure.ts'
import type { Durations, HealthIssue, Overview, QueueSeries, SeriesPoint, SeriesQuery } from '../contract/overview.ts'
import type { InsightStore } from '../store/insight-store.ts'
import type { QueueService } from './ports.ts'
import { queueNames } from '../contract/queue.ts'
import { tell } from '../contract/told.ts'
import { healthIssue } from './health-issue.ts'

export interface OverviewServiceDeps {
  insight: Pick<InsightStore, 'series' | 'durations' | 'failures' | 'attention'>
  queues: Pick<QueueService, 'list'>
  /** What endangers jobs and files, apart from what the queues themselves show. */
  checkHealth: () => Promise<HealthIssue[]>
  clock: Clock
}

const mostAttention = 50

/** What the overview shows and what failed, from numbers that are kept while jobs end. */
export function createOverviewService({ insight, queues, checkHealth, clock }: OverviewServiceDeps) {
  return {
    async overview(): Promise<Overview> {
      const now = clock.now()
      const [infos, minutes, hours, hourly, daily, attention, issues] = await Promise.all([queues.list(), insight.series('minute', now), insight.series('hour', now), insight.durations('minute', now), insight.durations('hour', now), insight.attention(mostAttention), checkHealth()])
      const shown = infos.map((info) => {
        const { name } = info
        return {
          ...info,
          oldestPendingMs: info.oldestPendingAt === null ? null : Math.max(0, now - Date.parse(info.oldestPendingAt)),
          unattended: info.counts.pending > 0 && !info.paused && info.workers === 0,
          minutes: minutes(name),
          hours: hours(name),
          lastHour: summary(minutes(name), hourly(name)),
          lastDay: summary(hours(name), daily(name)),
        }
      })
      const unattended = shown.filter(queue => queue.unattended).map(({ name, counts }) =>
        healthIssue({ code: 'queue-unattended', severity: 'error', queue: name }, tell('queue-unattended', { type: name, n: counts.pending }), tell('queue-unattended-remedy')))
      return { at: new Date(now).toISOString(), queues: shown, attention, health: [...issues, ...unattended] }
    },
    async series({ queue, span }: SeriesQuery): Promise<QueueSeries[]> {
      const points = await insight.series(span, clock.now())
      return queueNames.filter(name => queue === undefined || name === queue).map(name => ({ queue: name, span, points: points(name) }))
    },
    failures: (query: FailureQuery): Promise<FailureGroups> => insight.failures(query),
  }
}
export type OverviewService = ReturnType<typeof createOverviewService>

function summary(points: SeriesPoint[], durations: Durations) {
  const completed = points.reduce((sum, point) => sum + point.completed, 0)
  const failed = points.reduce((sum, point) => sum + point.failed, 0)
  return { durations, failureRate: completed + failed === 0 ? null : failed / (completed + failed) }
}
