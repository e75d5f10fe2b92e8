import type { Clock } from '../clock.ts'
import type { JobClean } from '../contract/job.ts'
import type { SettingKey } from '../contract/settings.ts'
import type { EventBus } from '../events/bus.ts'
import type { Exporter } from '../export/exporter.ts'
import type { BulkOperationStore } from '../store/bulk-operation-store.ts'
import type { ExportStore } from '../store/export-store.ts'
import type { HostThrottleStore } from '../store/host-throttle-store.ts'
import type { JobStore } from '../store/job-store.ts'
import type { ScheduleStore } from '../store/schedule-store.ts'
import type { WorkerStore } from '../store/worker-store.ts'
import type { Announcer } from './announce.ts'
import type { CurrentSettings } from './settings-service.ts'

export interface RetentionDeps {
  jobs: Pick<JobStore, 'clean' | 'countStatus' | 'forgetKeys'>
  exports: Pick<ExportStore, 'expired' | 'remove'>
  exporter: Pick<Exporter, 'remove' | 'sweep'>
  schedules: Pick<ScheduleStore, 'forgetRuns'>
  operations: Pick<BulkOperationStore, 'forget'>
  workers: Pick<WorkerStore, 'forget'>
  throttles: Pick<HostThrottleStore, 'forget'>
  announce: Pick<Announcer, 'removed'>
  events: Pick<EventBus, 'publish'>
  clock: Clock
  /** How long what has ended is kept: what its sweep finds set. */
  settings: CurrentSettings
}

/** Which setting says how long jobs of a status are kept; 0 stands for ever. */
const daysOf = { completed: 'retainCompletedDays', failed: 'retainFailedDays', cancelled: 'retainCancelledDays' } as const satisfies Record<JobClean['status'], SettingKey>

const dayMs = 86_400_000
/** Runs of schedules are kept this long. */
const runDays = 90
/** Bulk operations and their results are kept this long. */
const operationDays = 30
/** Rows of one transaction, so that other writers get their turn in between. */
const chunk = 200

/** What keeps the installation from growing without end. It is driven by the rows, and touches nothing of a job that is open. */
export function createRetention({ jobs, exports, exporter, schedules, operations, workers, throttles, announce, events, clock, settings }: RetentionDeps) {
  const daysAgo = (days: number) => new Date(clock.now() - days * dayMs)

  /** Deletes the oldest, at most `most`. */
  async function cleanBefore(status: JobClean['status'], before: Date, most = Infinity): Promise<void> {
    for (let left = most; left > 0;) {
      const limit = Math.min(chunk, left)
      const ids = await jobs.clean({ status, before, limit })
      announce.removed(ids)
      if (ids.length < limit)
        return
      left -= limit
    }
  }

  async function cleanJobs(status: JobClean['status']): Promise<void> {
    const { [daysOf[status]]: days, retainJobs } = await settings.current()
    if (days > 0)
      await cleanBefore(status, daysAgo(days))
    if (retainJobs > 0)
      await cleanBefore(status, daysAgo(0), await jobs.countStatus(status) - retainJobs)
  }

  async function cleanExports(): Promise<void> {
    const { retainExportsDays } = await settings.current()
    if (retainExportsDays === 0)
      return
    for (const { id, filename } of await exports.expired(daysAgo(retainExportsDays), chunk)) {
      // The file first: while the row stands, no new export may take its name.
      await exporter.remove(filename)
      await exports.remove(id)
      events.publish({ kind: 'export-removed', id })
    }
  }

  return {
    completed: () => cleanJobs('completed'),
    failed: () => cleanJobs('failed'),
    cancelled: () => cleanJobs('cancelled'),
    exports: cleanExports,
    partialExports: () => exporter.sweep(clock.now()),
    keys: () => jobs.forgetKeys(new Date(clock.now()), chunk * 10),
    operations: () => operations.forget(new Date(clock.now()), daysAgo(operationDays), chunk * 10),
    workers: () => workers.forget(daysAgo(1)),
    throttles: () => throttles.forget(daysAgo(7)),
    runs: () => schedules.forgetRuns(daysAgo(runDays), chunk),
  }
}
