import type { Clock } from '../clock.ts'
import type { BulkOperationAction } from '../contract/bulk-operation.ts'
import type { Job } from '../contract/job.ts'
import type { EventBus } from '../events/bus.ts'
import type { Log } from '../log.ts'
import type { Lease } from '../queue/store-ports.ts'
import type { BulkOperationStore, Stepped } from '../store/bulk-operation-store.ts'
import type { Announcer } from './announce.ts'
import { setImmediate } from 'node:timers/promises'
import { AppError, toFailure } from '../errors.ts'

export interface BulkOperationRunnerDeps {
  operations: Pick<BulkOperationStore, 'open' | 'step' | 'fail' | 'get'>
  /** Held by the one process that works off operations. */
  lease: Lease
  announce: Pick<Announcer, 'changed' | 'revived' | 'cancelled' | 'promoted' | 'reprioritized' | 'removed'>
  events: Pick<EventBus, 'publish'>
  clock: Clock
  log: Log
}

/** Jobs of one transaction, so that other writers get their turn in between. */
const batch = 200
const leaseMs = 15_000

/** Works off operations batch by batch, one batch of each in turn, and tells dashboards how far they are. */
export function createBulkOperationRunner({ operations, lease, announce, events, clock, log }: BulkOperationRunnerDeps) {
  /** Versions that dashboards of this process have been told of. */
  const told = new Map<string, number>()
  let heldUntil = 0

  const tell: Record<BulkOperationAction, (done: string[], changed: Job[]) => void | Promise<void>> = {
    'retry': (_, changed) => announce.revived(changed),
    'cancel': (_, changed) => announce.cancelled(changed),
    'promote': (_, changed) => announce.promoted(changed),
    'change-priority': (_, changed) => announce.reprioritized(changed),
    'delete': done => announce.removed(done),
    'export-list': () => {},
  }

  async function holds(): Promise<boolean> {
    if (clock.now() < heldUntil - leaseMs / 2)
      return true
    const held = await lease.hold(leaseMs)
    heldUntil = held ? clock.now() + leaseMs : 0
    return held
  }

  async function stepOnce(id: string): Promise<boolean> {
    let stepped: Stepped | null
    try {
      stepped = await operations.step(id, new Date(clock.now()), batch)
    }
    catch (error) {
      log.warn({ event: 'bulk-operation.broken', operationId: id, err: error }, 'a bulk operation could not go on')
      if (!(error instanceof AppError && error.retryable))
        await operations.fail(id, toFailure(error), new Date(clock.now()))
      return false
    }
    if (!stepped)
      return false
    const done = stepped.outcomes.filter(outcome => outcome.failure === null)
    if (done.length > 0)
      await tell[stepped.operation.action](done.map(outcome => outcome.id), done.flatMap(outcome => outcome.changed))
    if (stepped.restored.length > 0)
      announce.changed(stepped.restored)
    return stepped.more
  }

  /** Whoever does the work: dashboards of this process hear of it. */
  async function publishChanges(open: string[]): Promise<void> {
    for (const id of new Set([...open, ...told.keys()])) {
      const operation = await operations.get(id).catch(() => null)
      if (operation && told.get(id) !== operation.version)
        events.publish({ kind: 'bulk-operation', operation })
      if (operation && (operation.finishedAt === null || operation.status === 'undoing'))
        told.set(id, operation.version)
      else
        told.delete(id)
    }
  }

  return {
    /** One batch of each open operation. @returns whether there is more to do at once */
    async round(): Promise<boolean> {
      const open = await operations.open()
      if (open.length === 0 && told.size === 0)
        return false
      let more = false
      if (open.length > 0 && await holds()) {
        for (const id of open) {
          more = await stepOnce(id) || more
          await setImmediate()
        }
      }
      await publishChanges(open)
      return more
    },
  }
}
