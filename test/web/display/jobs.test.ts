import type { JobStatus } from '../../../server/contract/job-status.ts'
import { expect, test } from 'vitest'
import { canMove, jobStatuses } from '../../../server/contract/job-status.ts'
import { flowTree } from '../../../web/display/flow-tree.ts'
import { isStopping, jobActions, jobStatusOrder } from '../../../web/display/job-status.ts'

const job = (status: JobStatus, cancelRequestedAt: string | null = null) => ({ status, cancelRequestedAt })

test('every status has its place in the order of counts', () => {
  expect([...jobStatusOrder].sort()).toEqual([...jobStatuses].sort())
})

test('an action is offered exactly where the transition table allows it', () => {
  for (const status of jobStatuses) {
    const actions = jobActions(job(status))
    expect(actions.includes('cancel'), `cancel ${status}`).toBe(canMove(status, 'cancelled'))
    expect(actions.includes('promote'), `promote ${status}`).toBe(status === 'delayed')
    expect(actions.includes('retry'), `retry ${status}`).toBe(canMove(status, 'pending') && (status === 'failed' || status === 'cancelled'))
  }
})

test('a cancel that was asked for is not offered again', () => {
  const stopping = job('active', '2026-11-23T12:00:00Z')
  expect(jobActions(stopping)).toEqual([])
  expect(isStopping(stopping)).toBe(true)
  expect(isStopping(job('cancelled', '2026-11-23T12:00:00Z'))).toBe(false)
})

const step = (id: string, parentId: string | null) => ({ id, parentId, createdAt: `2026-11-23T12:00:0${id.length}Z` })

test('a flow is drawn from the job that waits for all others downwards', () => {
  const lines = flowTree([step('brand', 'details'), step('details', 'export'), step('export', null)])
  expect(lines.map(({ job: { id }, depth }) => [id, depth])).toEqual([['export', 0], ['details', 1], ['brand', 2]])
})

test('a step whose parent is not among the steps is drawn at the top, and a circle ends', () => {
  expect(flowTree([step('a', 'gone')])).toHaveLength(1)
  expect(flowTree([step('a', 'b'), step('b', 'a')])).toEqual([])
})
