import type { FlowNode, FlowRequest, RefreshAndExport } from '../contract/flow.ts'
import type { JobType } from '../contract/job-types.ts'
import type { ExportFlowRequest, JobRequest } from '../contract/job.ts'
import type { NewJob } from '../store/job-store.ts'

/** How many attempts a job of each type gets; set by the configuration. */
export type AttemptsOf = Record<JobType, number>

/** The row to write for a request. */
export function planJob(request: JobRequest, attempts: AttemptsOf, now: number): NewJob {
  const runAt = request.runAt === undefined ? now + (request.delayMs ?? 0) : Date.parse(request.runAt)
  return {
    ...step(request.type, request.data, attempts),
    priority: request.priority ?? 0,
    tags: [...new Set(request.tags)],
    runAt: runAt > now ? new Date(runAt) : null,
  }
}

/** scrape-brand (with `refresh`) → scrape-product-details → export-csv, each waiting for the one before it. */
export function planExportFlow({ refresh, ...data }: ExportFlowRequest, attempts: AttemptsOf): NewJob {
  const selection = { brandId: data.brandId, productIds: data.productIds }
  const chain = [
    ...(refresh ? [step('scrape-brand', { brandId: data.brandId }, attempts)] : []),
    // An export of everything, or of what matches now, takes the catalogue as it is: reading every shop anew is a decision of its own.
    ...(refresh || (data.filter === undefined && (data.brandId !== undefined || data.productIds !== undefined)) ? [step('scrape-product-details', selection, attempts)] : []),
    step('export-csv', data, attempts),
  ]
  return chain.reduce((before, after) => ({ ...after, children: [before] }))
}

/** The rows to write for a flow: a preset's, or those of a tree. */
export function planFlow(request: FlowRequest, attempts: AttemptsOf, now: number): NewJob {
  return 'preset' in request ? planRefreshAndExport(request, attempts) : planNode(request, attempts, now)
}

function planRefreshAndExport({ preset: _, priority = 0, tags, maxProducts, ...exported }: RefreshAndExport, attempts: AttemptsOf): NewJob {
  const { brandId } = exported
  const chain = [
    step('scrape-brand', { brandId, maxProducts }, attempts),
    step('scrape-product-details', { brandId }, attempts),
    step('export-csv', exported, attempts),
  ]
  return chain.map(job => ({ ...job, priority, tags: [...new Set(tags)] })).reduce((before, after) => ({ ...after, children: [before] }))
}

function planNode({ type, data, priority = 0, tags, delayMs = 0, onFailure = 'fail', children = [] }: FlowNode, attempts: AttemptsOf, now: number): NewJob {
  return {
    ...step(type, data, attempts),
    priority,
    tags: [...new Set(tags)],
    runAt: delayMs > 0 ? new Date(now + delayMs) : null,
    onChildFailure: onFailure,
    children: children.map(child => planNode(child, attempts, now)),
  }
}

function step(type: JobType, data: Record<string, unknown>, attempts: AttemptsOf): NewJob {
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== undefined))
  return {
    type,
    data: given,
    brandId: typeof given.brandId === 'string' ? given.brandId : null,
    priority: 0,
    tags: [],
    maxAttempts: attempts[type],
    runAt: null,
    onChildFailure: 'fail',
    children: [],
  }
}
