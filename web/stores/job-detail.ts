import type { CancelProgress, Job, JobAttempt, JobSummary, LiveEvent } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { isFinal } from '../../server/contract/job-statuses.ts'
import { getAttempts } from '../api/job-detail.ts'
import { getJob } from '../api/jobs.ts'
import { isAbort, toProblem } from '../api/problem.ts'
import { createLiveSocket } from '../api/socket.ts'
import { useJobLog } from './job-log.ts'
import { eventsUrl } from './live.ts'
import { isNewer } from './version.ts'

/** One job with its attempts and its log; `open` starts following it, `close` ends that. */
export const useJobDetail = defineStore('job-detail', () => {
  const log = useJobLog()
  const job = shallowRef<Job | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  const removed = ref(false)
  /** The job, its attempts and its log have been asked for and answered. */
  const known = ref(false)
  const attempts = shallowRef<JobAttempt[]>([])
  const cancel = shallowRef<CancelProgress | null>(null)
  let controller = new AbortController()
  let socket: ReturnType<typeof createLiveSocket> | null = null
  let id = ''

  async function open(jobId: string) {
    close()
    id = jobId
    controller = new AbortController()
    let snapshots = 0
    socket = createLiveSocket({
      url: eventsUrl(jobId),
      onStatus: () => {},
      onMessage(events) {
        events.forEach(apply)
        // Every snapshot but the first follows a time without connection, in which lines may have been missed.
        if (events.some(event => event.kind === 'snapshot') && snapshots++ > 0)
          void quietly(log.catchUp)
      },
    })
    socket.start()
    const { signal } = controller
    await Promise.all([read(), attemptRead(() => log.open(jobId))])
    known.value ||= !signal.aborted
  }

  function close() {
    controller.abort()
    socket?.close()
    socket = null
    id = ''
    job.value = null
    problem.value = null
    removed.value = false
    known.value = false
    attempts.value = []
    cancel.value = null
    log.close()
  }

  /** Runs a reading; what goes wrong is shown in place of the page. */
  async function attemptRead(reading: () => Promise<unknown>) {
    const { signal } = controller
    try {
      await reading()
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        problem.value = toProblem(error)
    }
  }

  /** For what comes again with the next reading. */
  async function quietly(reading: () => Promise<unknown>) {
    await reading().catch(() => {})
  }

  async function read() {
    const { signal } = controller
    await attemptRead(async () => {
      const fresh = await getJob(id, signal)
      if (signal.aborted)
        return
      problem.value = null
      set(fresh)
      await quietly(readAttempts)
    })
  }

  async function resync() {
    await Promise.all([read(), quietly(log.catchUp)])
  }

  async function readAttempts() {
    const { signal } = controller
    const answer = await getAttempts(id, signal)
    if (signal.aborted)
      return
    attempts.value = answer.items
    cancel.value = answer.cancel
  }

  /** Takes the answer of an action, or a fresh read. */
  function set(next: Job) {
    if (next.id === id && isNewer(next, job.value ?? undefined))
      job.value = next
  }

  function putSummary(summary: JobSummary) {
    const current = job.value
    if (summary.id !== id || current === null || !isNewer(summary, current))
      return
    job.value = { ...current, ...summary }
    // The stream carries log lines; the lines of a change of state are read.
    if (summary.status !== current.status || summary.attempts !== current.attempts || summary.cancelRequestedAt !== current.cancelRequestedAt)
      void Promise.all([quietly(readAttempts), quietly(log.catchUp)])
    // A summary carries no result: once the job ends, the whole row is read.
    if (isFinal(summary.status))
      void readWhole()
  }

  async function readWhole() {
    const { signal } = controller
    await attemptRead(async () => {
      const fresh = await getJob(id, signal)
      if (!signal.aborted && fresh.version >= (job.value?.version ?? -1))
        job.value = fresh
    })
  }

  function apply(event: LiveEvent) {
    log.apply(event)
    if (event.kind === 'job')
      putSummary(event.job)
    if (event.kind === 'timeline' && event.entry.jobId === id && event.entry.kind !== 'log')
      void quietly(readAttempts)
    if (event.kind === 'job-removed' && event.id === id)
      removed.value = true
    if (event.kind === 'snapshot')
      event.jobs.forEach(putSummary)
  }

  return { job, known, problem, removed, attempts, cancel, open, close, read, resync, set, apply }
})
