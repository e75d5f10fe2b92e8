import type { BulkOperation, BulkOperationResult, JobStatus, LiveEvent } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { abortBulkOperation, getBulkOperation, listBulkResults, undoBulkOperation } from '../api/bulk-operations.ts'
import { isAbort, toProblem } from '../api/problem.ts'
import { createPager } from './pager.ts'
import { isNewer } from './version.ts'

type Outcome = BulkOperationResult['outcome']
/** A result is told apart by its job. */
export type BulkResultRow = BulkOperationResult & { id: string }

/** One action on many jobs with what became of each job. */
export const useBulkDetail = defineStore('bulk-detail', () => {
  const operation = shallowRef<BulkOperation | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  let openId: string | null = null
  let controller = new AbortController()

  const results = createPager<{ outcome?: Outcome }, BulkResultRow>(async (query, signal) => {
    const page = await listBulkResults(openId!, query, signal)
    return { ...page, items: page.items.map(result => ({ ...result, id: result.jobId })) }
  })

  async function open(id: string, only: Outcome | undefined) {
    openId = id
    await Promise.all([read(), results.load({ outcome: only }, { clear: true })])
  }

  async function read() {
    controller.abort()
    const mine = controller = new AbortController()
    try {
      put(await getBulkOperation(openId!, mine.signal))
      problem.value = null
    }
    catch (error) {
      if (!isAbort(error) && !mine.signal.aborted)
        problem.value = toProblem(error)
    }
  }

  function put(next: BulkOperation) {
    const before = operation.value?.id === next.id ? operation.value : null
    if (next.id !== openId || !isNewer(next, before))
      return
    operation.value = next
    // Results that came while it ran are read once, at its end, so that rows do not move under the pointer.
    const isOver = ({ finishedAt, status }: BulkOperation) => finishedAt !== null && status !== 'undoing'
    if (before !== null && !isOver(before) && isOver(next))
      void results.reload()
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'bulk-operation')
      put(event.operation)
    if (event.kind === 'job')
      setStatus(event.job.id, event.job.status)
    if (event.kind === 'job-removed')
      setStatus(event.id, null)
  }

  /** What a result says of its job is true also while it is looked at. */
  function setStatus(jobId: string, status: JobStatus | null) {
    const row = results.items.value.find(result => result.jobId === jobId)
    if (row?.job && row.job.status !== status)
      results.replace({ ...row, job: { ...row.job, status } })
  }

  function close() {
    controller.abort()
    openId = null
    operation.value = null
    problem.value = null
  }

  const { items, state, hasMore, more, reload } = results
  return {
    operation,
    problem,
    results: items,
    resultsState: state,
    resultsProblem: results.problem,
    hasMore,
    more,
    reload,
    open,
    read,
    apply,
    close,
    resync: read,
    /** @throws {ApiProblem} */
    abort: async () => put(await abortBulkOperation(openId!)),
    /** @throws {ApiProblem} */
    undo: async () => put(await undoBulkOperation(openId!)),
  }
})
