import type { JobStatus } from '../../../server/contract/job-status.ts'
import { expect, test } from 'vitest'
import { canMove, jobStatuses } from '../../../server/contract/job-status.ts'
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
