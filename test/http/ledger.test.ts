import { expect, test, vi } from 'vitest'
import { JobLedger, RunDiff } from '../../server/contract/ledger.ts'
import { NotFound } from '../../server/errors.ts'
import { createTestApi } from './support/api.ts'
import { expectProblem } from './support/expect-problem.ts'
import { aRunDiff } from './support/things.ts'

test('a ledger answers in the contract\'s shape, an unknown job 404', async () => {
  JobLedger.parse(await (await createTestApi().app.request('/api/jobs/j1/ledger')).json())
  const { app } = createTestApi({ ledgers: { ledger: async id => Promise.reject(new NotFound('job', id)) } })
  await expectProblem(await app.request('/api/jobs/nothing/ledger'), 404, 'not-found')
})

test('a difference is asked for with both runs and a kind', async () => {
  const diff = vi.fn(async () => aRunDiff({ kind: 'changed', from: 'j1', to: 'j2' }))
  const { app } = createTestApi({ ledgers: { diff } })
  RunDiff.parse(await (await app.request('/api/brands/b1/runs/diff?from=j1&to=j2&kind=changed&limit=5')).json())
  expect(diff).toHaveBeenCalledWith('b1', { from: 'j1', to: 'j2', kind: 'changed', limit: 5 })
  await expectProblem(await app.request('/api/brands/b1/runs/diff?from=j1&kind=changed'), 422, 'invalid-input')
  await expectProblem(await app.request('/api/brands/b1/runs/diff?from=j1&to=j2&kind=odd'), 422, 'invalid-input')
})
