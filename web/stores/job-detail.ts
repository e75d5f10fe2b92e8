import type { Job, JobSummary, LiveEvent, TimelineEntry } from '../../server/contract/index.ts'
import type { ApiProblem } from '../api/problem.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive, shallowRef } from 'vue'
import { isFinal } from '../../server/contract/job-status.ts'
import { getFlow, getJob, getTimeline } from '../api/jobs.ts'
import { isAbort, toProblem } from '../api/problem.ts'
import { createLiveSocket } from '../api/socket.ts'
import { eventsUrl } from './live.ts'
import { isNewer } from './version.ts'

const timelinePage = 200

/** One job with its timeline and the jobs of its flow; `open` starts following it, `close` ends that. */
export const useJobDetail = defineStore('job-detail', () => {
  const job = shallowRef<Job | null>(null)
  const problem = shallowRef<ApiProblem | null>(null)
  const removed = ref(false)
  const entries = shallowReactive(new Map<string, TimelineEntry>())
  const olderCursor = ref<string | null>(null)
  const steps = shallowReactive(new Map<string, JobSummary>())
  let controller = new AbortController()
  let socket: ReturnType<typeof createLiveSocket> | null = null
  let id = ''

  const timeline = computed(() => [...entries.values()].sort((a, b) => a.at.localeCompare(b.at) || compareIds(a.id, b.id)))
  const flow = computed(() => [...steps.values()])

  async function open(jobId: string) {
    close()
    id = jobId
    controller = new AbortController()
    socket = createLiveSocket({ url: eventsUrl(jobId), onMessage: events => events.forEach(apply), onStatus: () => {} })
    socket.start()
    await read()
  }

  function close() {
    controller.abort()
    socket?.close()
    socket = null
    id = ''
    job.value = null
    problem.value = null
    removed.value = false
    olderCursor.value = null
    entries.clear()
    steps.clear()
  }

  async function read() {
    const { signal } = controller
    const jobId = id
    try {
      const [fresh, page, members] = await Promise.all([getJob(jobId, signal), getTimeline(jobId, { limit: timelinePage }, signal), getFlow(jobId, signal)])
      if (signal.aborted)
        return
      problem.value = null
      set(fresh)
      page.items.forEach(entry => entries.set(entry.id, entry))
      olderCursor.value = page.nextCursor
      members.forEach(putStep)
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        problem.value = toProblem(error)
    }
  }

  async function readTimeline() {
    const { signal } = controller
    try {
      const page = await getTimeline(id, { limit: timelinePage }, signal)
      if (!signal.aborted)
        page.items.forEach(entry => entries.set(entry.id, entry))
    }
    catch {
      // The line comes with the next reading.
    }
  }

  async function readOlder() {
    if (olderCursor.value === null)
      return
    const page = await getTimeline(id, { limit: timelinePage, cursor: olderCursor.value }, controller.signal)
    page.items.forEach(entry => entries.set(entry.id, entry))
    olderCursor.value = page.nextCursor
  }

  /** Takes the answer of an action, or a fresh read. */
  function set(next: Job) {
    if (next.id === id && isNewer(next, job.value ?? undefined))
      job.value = next
  }

  function putStep(step: JobSummary) {
    if (isNewer(step, steps.get(step.id)))
      steps.set(step.id, step)
  }

  function putSummary(summary: JobSummary) {
    const current = job.value
    if (summary.id === id && current !== null && isNewer(summary, current)) {
      job.value = { ...current, ...summary }
      // The stream carries log lines; the lines of a change of state are read.
      if (summary.status !== current.status || summary.attempts !== current.attempts || summary.cancelRequestedAt !== current.cancelRequestedAt)
        void readTimeline()
      // A summary carries no result: once the job ends, the whole row is read.
      if (isFinal(summary.status))
        void readResult()
    }
    if (steps.has(summary.id) || (summary.flowId !== null && summary.flowId === (current?.flowId ?? id)))
      putStep(summary)
  }

  async function readResult() {
    const { signal } = controller
    try {
      const fresh = await getJob(id, signal)
      if (!signal.aborted && fresh.version >= (job.value?.version ?? -1))
        job.value = fresh
    }
    catch (error) {
      if (!isAbort(error) && !signal.aborted)
        problem.value = toProblem(error)
    }
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'job')
      putSummary(event.job)
    if (event.kind === 'timeline' && event.entry.jobId === id)
      entries.set(event.entry.id, event.entry)
    if (event.kind === 'job-removed' && event.id === id)
      removed.value = true
    if (event.kind === 'snapshot')
      event.jobs.forEach(putSummary)
  }

  return { job, problem, removed, timeline, olderCursor, flow, open, close, read, readOlder, set, apply }
})

/** Ids may be numbers as text, or sortable text: the shorter number comes first. */
function compareIds(a: string, b: string): number {
  return a.length - b.length || a.localeCompare(b)
}
