import type { Job, JobSummary, LiveEvent } from '../../server/contract/index.ts'
import type { ExportRequest } from '../api/jobs.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowReactive } from 'vue'
import { isFinal } from '../../server/contract/job-statuses.ts'
import { getFlow, submitExportFlow } from '../api/jobs.ts'
import { isNewer } from './version.ts'

/** One click on Export: the jobs of its flow, and whether its file was handed to the browser. */
export interface ExportFlow {
  /** The export job, the last of the flow. */
  id: string
  label: string
  startedAt: number
  steps: JobSummary[]
  delivered: boolean
}

export interface ExportFlowsOptions {
  /** Hands the finished file of an export job to the browser. */
  deliver: (jobId: string) => void
  storage: Pick<Storage, 'getItem' | 'setItem'>
}

const storageKey = 'gleaner:export-flows'
const stepOrder = { 'scrape-brand': 0, 'scrape-product-details': 1, 'export-csv': 2 } as const

/** The flow with one job put in its place; the same flow when the job is not its own or not newer. */
export function withStep(flow: ExportFlow, job: JobSummary): ExportFlow {
  if (job.id !== flow.id && job.flowId !== flow.id)
    return flow
  if (!isNewer(job, flow.steps.find(step => step.id === job.id)))
    return flow
  const steps = [...flow.steps.filter(step => step.id !== job.id), job]
    .sort((a, b) => stepOrder[a.type] - stepOrder[b.type] || a.createdAt.localeCompare(b.createdAt))
  return { ...flow, steps }
}

/** The job that makes the file; null until the flow is known. */
export function lastStep(flow: ExportFlow): JobSummary | null {
  return flow.steps.find(step => step.id === flow.id) ?? null
}

/** Exports this tab started. They go on while the viewer walks about, and across a reload of the page. */
export const useExportFlows = defineStore('export-flows', () => {
  const byId = shallowReactive(new Map<string, ExportFlow>())
  const openId = ref<string | null>(null)
  let options: ExportFlowsOptions | null = null
  const flows = computed(() => [...byId.values()].sort((a, b) => b.startedAt - a.startedAt))
  const opened = computed(() => openId.value === null ? null : byId.get(openId.value) ?? null)
  const running = computed(() => flows.value.filter(flow => !isFinal(lastStep(flow)?.status ?? 'pending')))

  function save() {
    const kept = [...byId.values()].map(({ id, label, startedAt, delivered }) => ({ id, label, startedAt, delivered }))
    options?.storage.setItem(storageKey, JSON.stringify(kept))
  }

  /** Picks up the exports of before a reload. */
  async function restore(given: ExportFlowsOptions) {
    options = given
    try {
      const kept = JSON.parse(given.storage.getItem(storageKey) ?? '[]') as Omit<ExportFlow, 'steps'>[]
      for (const flow of kept)
        byId.set(flow.id, { ...flow, steps: [] })
    }
    catch {
      // Unreadable notes of an older version: nothing to pick up.
    }
    await resync()
  }

  async function start(request: ExportRequest, label: string): Promise<Job> {
    const job = await submitExportFlow(request)
    byId.set(job.id, { id: job.id, label, startedAt: Date.now(), steps: [], delivered: false })
    openId.value = job.id
    save()
    put(job)
    void resync()
    return job
  }

  function put(job: JobSummary) {
    const flow = byId.get(job.flowId ?? job.id)
    if (!flow)
      return
    const next = withStep(flow, job)
    if (next !== flow)
      byId.set(flow.id, next)
    deliverWhenDone(byId.get(flow.id)!)
  }

  function deliverWhenDone(flow: ExportFlow) {
    if (flow.delivered || lastStep(flow)?.status !== 'completed')
      return
    byId.set(flow.id, { ...flow, delivered: true })
    save()
    options?.deliver(flow.id)
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'job')
      put(event.job)
    if (event.kind === 'snapshot')
      event.jobs.forEach(put)
  }

  async function resync() {
    await Promise.all([...byId.keys()].map(async (id) => {
      try {
        (await getFlow(id)).forEach(put)
      }
      catch (error) {
        if ((error as { code?: string }).code === 'not-found')
          dismiss(id)
      }
    }))
  }

  function dismiss(id: string) {
    byId.delete(id)
    if (openId.value === id)
      openId.value = null
    save()
  }

  return { flows, running, opened, openId, restore, start, apply, resync, dismiss }
})
