import type { DiscoverOptions } from '../ports.ts'
import type { DiscoverContext } from './strategy.ts'
import { z } from 'zod'
import { PageFailure, TriedWay } from '../../contract/job-types.ts'

/** Where layer 1 stands between two batches: the way that is being tried, how far it has come, and what was before it. */
export const DiscoveryCursor = z.object({
  strategy: z.string(),
  /** The way's own note of where it is; null while it has none. */
  state: z.unknown(),
  /** Products this way has met so far, and those met by all ways before it. */
  found: z.number().int(),
  before: z.number().int(),
  tried: z.array(TriedWay),
  sources: z.array(z.object({ name: z.string(), found: z.number().int(), fresh: z.number().int() })),
  failures: z.array(PageFailure),
})
export type DiscoveryCursor = z.infer<typeof DiscoveryCursor>

/** What an interrupted run left; null for a fresh one, and when another version of the program has written it. */
export function readCursor({ resume }: Pick<DiscoverOptions, 'resume'>): DiscoveryCursor | null {
  return DiscoveryCursor.safeParse(resume?.cursor).data ?? null
}

/** Where a way of finding products stopped before; null when it begins. */
export function resumedState<State>({ resume }: Pick<DiscoverContext, 'resume'>, schema: z.ZodType<State>): State | null {
  return schema.safeParse(resume).data ?? null
}

/** Where a way stands that asks for one page after the other. */
export const Paged = z.object({ page: z.number().int(), found: z.number().int(), total: z.number().int().nullable() })
export type Paged = z.infer<typeof Paged>
