import type { Export, Job, JobRequest, LiveEvent } from '../../server/contract/index.ts'
import { onScopeDispose, shallowRef, watch } from 'vue'
import { useRouter } from 'vue-router'
import { listExports } from '../api/exports.ts'
import { submitJob } from '../api/jobs.ts'
import { useNotify } from './use-notify.ts'

/**
 * The file that an export job has written, with whether it is still there. Null: its export was deleted; undefined: not
 * known, as of jobs that write none.
 */
export function useJobFile(job: () => Job | null) {
  const file = shallowRef<Export | null>()
  const router = useRouter()
  const { attempt } = useNotify()
  let controller = new AbortController()

  async function read(jobId: string) {
    controller.abort()
    const { signal } = controller = new AbortController()
    // Where it cannot be known, the download says what is wrong.
    const page = await listExports({ jobId, limit: 1 }, signal).catch(() => null)
    if (page !== null && !signal.aborted)
      file.value = page.items[0] ?? null
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'export-removed' && event.id === file.value?.id)
      file.value = null
    if (event.kind === 'export' && event.export.jobId === job()?.id)
      file.value = event.export
  }

  function resync() {
    const current = job()
    if (current?.type === 'export-csv' && current.status === 'completed')
      return read(current.id)
  }

  /** The same export as a new job, whose page is opened. */
  async function writeAgain() {
    const { type, data } = job()!
    await attempt(async () => router.push(`/jobs/${(await submitJob({ type, data } as JobRequest)).id}`))
  }

  watch(() => [job()?.id, job()?.status].join(), () => void resync(), { immediate: true })
  onScopeDispose(() => controller.abort())

  return { file, apply, resync, writeAgain }
}
