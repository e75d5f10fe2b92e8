import type { QueueRef, QueueTree } from '../../server/queue/ports.ts'
import type { Discrepancy, Lease, OpenJobs, Outbox } from '../../server/queue/store-ports.ts'
import type { Journal } from '../support/journal.ts'
import { entry } from '../contract/queue-backend/bench.ts'
import { createJournal } from '../support/journal.ts'

interface Row {
  tree: QueueTree
  dispatched: boolean
  open: boolean
  updatedAt: number
}

/** A job table in memory, as the dispatcher and the reconciler see it. Trees of one; generation in the tree's entry. */
export function createFakeTable(): { outbox: Outbox, jobs: OpenJobs, lease: Lease, rows: Map<string, Row>, submit: (...trees: QueueTree[]) => void, finish: (jobId: string) => void, marked: Journal<string>, resolved: Discrepancy[] } {
  const rows = new Map<string, Row>()
  const marked = createJournal<string>()
  const resolved: Discrepancy[] = []
  const matching = ({ jobId, generation }: QueueRef) => {
    const row = rows.get(jobId)
    return row?.tree.entry.generation === generation ? row : undefined
  }

  return {
    rows,
    marked,
    resolved,
    lease: { hold: async () => true },
    submit(...trees) {
      for (const tree of trees)
        rows.set(tree.entry.jobId, { tree, dispatched: false, open: true, updatedAt: 0 })
    },
    finish(jobId) {
      rows.get(jobId)!.open = false
    },
    outbox: {
      take: async limit => [...rows.values()].filter(row => row.open && !row.dispatched).slice(0, limit).map(row => row.tree),
      async markDispatched(refs) {
        for (const ref of refs) {
          const row = matching(ref)
          if (row)
            row.dispatched = true
          marked.add(ref.jobId)
        }
      },
    },
    jobs: {
      async page({ before, cursor, limit }) {
        const all = [...rows.values()].filter(row => row.open && row.dispatched && row.updatedAt < before)
        const start = Number(cursor ?? 0)
        const page = all.slice(start, start + limit)
        return { rows: page.map(row => ({ ref: row.tree.entry, updatedAt: row.updatedAt })), nextCursor: start + limit < all.length ? String(start + limit) : null }
      },
      async resolve(discrepancies) {
        resolved.push(...discrepancies)
        for (const { ref, state } of discrepancies) {
          const row = matching(ref)
          if (row)
            Object.assign(row, { dispatched: false, tree: { ...row.tree, entry: entry(ref.jobId, { generation: ref.generation + (state === 'unknown' ? 0 : 1) }) } })
        }
        return discrepancies.length
      },
    },
  }
}
