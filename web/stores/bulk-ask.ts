import type { BulkOperation, BulkOperationAction, BulkOperationPreview, BulkOperationRequest } from '../../server/contract/index.ts'
import type { JobFilter } from '../api/jobs.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { createBulkOperation, previewBulkOperation } from '../api/bulk-operations.ts'
import { isAbort } from '../api/problem.ts'
import { useBulkTray } from './bulk-tray.ts'

/** Named jobs, or everything that a filter matches. */
export type BulkScope = { ids: string[] } | { filter: JobFilter }
export type BulkChanges = Pick<BulkOperationRequest, 'priority' | 'delayMs' | 'canary'>

export interface BulkQuestion {
  action: BulkOperationAction
  scope: BulkScope
  /** Whether a few first is what is meant; it can be chosen in the dialog as well. */
  canary?: boolean
  /** Told once the server has accepted it. */
  started?: (operation: BulkOperation) => void
}

/** The one dialog about an action on many jobs: the server counts, a person decides, the operation begins. */
export const useBulkAsk = defineStore('bulk-ask', () => {
  const asked = shallowRef<BulkQuestion | null>(null)
  const preview = shallowRef<BulkOperationPreview | null>(null)
  const busy = ref(false)
  let controller = new AbortController()

  /** Opens the dialog and has the server count. @throws {ApiProblem} when it cannot; the dialog is closed then */
  async function ask(question: BulkQuestion): Promise<void> {
    close()
    const mine = controller = new AbortController()
    asked.value = question
    try {
      // A priority has to be in the request; the count does not depend on it.
      const counted = await previewBulkOperation({ action: question.action, ...question.scope, ...(question.action === 'change-priority' && { priority: 0 }) }, mine.signal)
      if (!mine.signal.aborted)
        preview.value = counted
    }
    catch (error) {
      if (isAbort(error) || mine.signal.aborted)
        return
      close()
      throw error
    }
  }

  /** @throws {ApiProblem} when it is refused; the dialog stays */
  async function run(changes: BulkChanges): Promise<void> {
    const question = asked.value
    if (question === null || busy.value)
      return
    busy.value = true
    try {
      const operation = await createBulkOperation({ action: question.action, ...question.scope, ...changes })
      useBulkTray().add(operation)
      question.started?.(operation)
      close()
    }
    finally {
      busy.value = false
    }
  }

  function close() {
    controller.abort()
    asked.value = null
    preview.value = null
  }

  return { asked, preview, busy, ask, run, close }
})
