import type { OpenStore } from './queue-backend/bench.ts'
import { describe } from 'vitest'
import { describeJobs } from './queue-backend/jobs.ts'
import { describeLifecycle } from './queue-backend/lifecycle.ts'
import { describeOutcomes } from './queue-backend/outcomes.ts'
import { describeSteering } from './queue-backend/steering.ts'
import { describeTrees } from './queue-backend/trees.ts'

/** What every queue backend must do. `open` gives a store of one test's own, `openAlone` one that another process can open. */
export function describeQueueBackend(open: OpenStore, openAlone = open): void {
  describe('jobs', () => describeJobs(open))
  describe('outcomes', () => describeOutcomes(open))
  describe('trees', () => describeTrees(open))
  describe('steering', () => describeSteering(open))
  describe('lifecycle', () => describeLifecycle(open, openAlone))
}
