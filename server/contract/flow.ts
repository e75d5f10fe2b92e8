import { z } from 'zod'
import { BrandId } from './brand.ts'
import { refuse } from './issue.ts'
import { ExportCsvData, ScrapeBrandData, ScrapeProductDetailsData } from './job-types.ts'
import { delayMs, priority, tags } from './submit-options.ts'
import { tell } from './told.ts'

/** Bounds of one flow: what a person can follow, and what one transaction writes quickly. */
export const flowLimits = { depth: 5, jobs: 500 } as const

type Step
  = | { type: 'scrape-brand', data: ScrapeBrandData }
    | { type: 'scrape-product-details', data: ScrapeProductDetailsData }
    | { type: 'export-csv', data: ExportCsvData }

/** A job with the jobs that must end before it. */
export type FlowNode = Step & { priority?: number, tags?: string[], delayMs?: number, onFailure?: 'fail' | 'ignore', children?: FlowNode[] }
export const FlowNode: z.ZodType<FlowNode, FlowNode> = z.discriminatedUnion('type', [
  z.object({ type: z.literal('scrape-brand'), data: ScrapeBrandData, ...step() }),
  z.object({ type: z.literal('scrape-product-details'), data: ScrapeProductDetailsData, ...step() }),
  z.object({ type: z.literal('export-csv'), data: ExportCsvData, ...step() }),
])

/** What every job of a tree has beside type and data; made anew each time, so that the API document writes it out in place. */
function step() {
  return {
    priority,
    tags,
    delayMs: delayMs.describe('Only for a job that waits for no other one'),
    onFailure: z.enum(['fail', 'ignore']).optional().describe('What the failure of this job does to the job that waits for it: `fail` (default) fails it too, `ignore` lets it run'),
    children: z.lazy(() => z.array(FlowNode).max(flowLimits.jobs)).optional().describe('Run first, beside each other'),
  }
}

/** Finds a brand's products anew, reads the page of each, then writes the CSV file. */
export const RefreshAndExport = z.object({
  preset: z.literal('refresh-and-export'),
  brandId: BrandId,
  priority,
  tags,
  maxProducts: ScrapeBrandData.shape.maxProducts,
  filename: ExportCsvData.shape.filename,
  columns: ExportCsvData.shape.columns,
  mode: ExportCsvData.shape.mode,
})
export type RefreshAndExport = z.infer<typeof RefreshAndExport>

/** Body of `POST /api/flows`: a preset, or a tree of one's own, of which the root runs last. */
export const FlowRequest = z.union([RefreshAndExport, FlowNode]).superRefine((request, context) => {
  if ('preset' in request)
    return
  const { depth, jobs } = measure(request)
  if (depth > flowLimits.depth)
    refuse(context, ['children'], tell('flow-too-deep', { n: flowLimits.depth }))
  if (jobs > flowLimits.jobs)
    refuse(context, ['children'], tell('flow-too-large', { n: flowLimits.jobs }))
  for (const [path, node] of walkFlow(request)) {
    if ((node.delayMs ?? 0) > 0 && (node.children ?? []).length > 0)
      refuse(context, [...path, 'delayMs'], tell('delay-of-waiting'))
  }
})
export type FlowRequest = z.infer<typeof FlowRequest>

/** Every job of a tree with its path in it, the root first. */
export function* walkFlow(node: FlowNode, path: (string | number)[] = []): Generator<[path: (string | number)[], node: FlowNode]> {
  yield [path, node]
  for (const [index, child] of (node.children ?? []).entries())
    yield* walkFlow(child, [...path, 'children', index])
}

function measure(node: FlowNode): { depth: number, jobs: number } {
  const below = (node.children ?? []).map(measure)
  return { depth: 1 + Math.max(0, ...below.map(each => each.depth)), jobs: 1 + below.reduce((sum, each) => sum + each.jobs, 0) }
}
