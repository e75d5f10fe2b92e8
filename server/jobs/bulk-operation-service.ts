import type { Readable } from 'node:stream'
import type { Clock } from '../clock.ts'
import type { BulkOperation } from '../contract/bulk-operation.ts'
import type { JobSummary } from '../contract/job.ts'
import type { EventBus } from '../events/bus.ts'
import type { BulkOperationStore } from '../store/bulk-operation-store.ts'
import type { BulkOperationService } from './ports.ts'
import { tell } from '../contract/told.ts'
import { Conflict, NotFound } from '../errors.ts'

export interface BulkOperationServiceDeps {
  operations: BulkOperationStore
  events: Pick<EventBus, 'publish'>
  clock: Clock
  /** Tells the runner that there is something to do. */
  wake: () => void
  writeList: (jobs: AsyncIterable<JobSummary>) => Readable
}

/** What people ask of actions on many jobs; the work itself is the runner's. */
export function createBulkOperationService({ operations, events, clock, wake, writeList }: BulkOperationServiceDeps): BulkOperationService {
  const now = () => new Date(clock.now())

  function begun(operation: BulkOperation): BulkOperation {
    events.publish({ kind: 'bulk-operation', operation })
    wake()
    return operation
  }

  return {
    preview: operations.preview,
    async create(request, once) {
      const earlier = once && await operations.recall(once, now())
      const { replayed, ...operation } = earlier ? { ...earlier, replayed: true } : await operations.create(request, now(), once)
      if (replayed) {
        once?.onReplay()
        return operation
      }
      return begun(operation)
    },
    list: query => operations.list(query, now()),
    get: operations.get,
    results: (id, query) => operations.results(id, query),
    async csv(id) {
      const { action, status, finishedAt } = await operations.get(id)
      if (action !== 'export-list')
        throw new NotFound('exported-list', id)
      if (finishedAt === null)
        throw new Conflict(tell('list-open', { operation: status }))
      return writeList(operations.exported(id))
    },
    abort: async id => begun(await operations.requestAbort(id, now())),
    undo: async id => begun(await operations.requestUndo(id, now())),
  }
}
