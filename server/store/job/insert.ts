import type { JobType } from '../../contract/job-types.ts'
import type { Job } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import { tell } from '../../contract/told.ts'
import { newId } from '../id.ts'
import { dedupeKeyOf } from './dedupe.ts'
import { note } from './note.ts'
import { toJob, withBrand } from './row.ts'

/** A job to be written, with the jobs that must end before it. */
export interface NewJob {
  type: JobType
  data: Record<string, unknown>
  brandId: string | null
  priority: number
  tags: readonly string[]
  maxAttempts: number
  /** Null runs as soon as a worker is free. */
  runAt: Date | null
  /** What this job's failure does to the job that waits for it. */
  onChildFailure: 'fail' | 'ignore'
  children: NewJob[]
}

/** `created` is false when an open job already does the same: then `job` is that one. */
export interface Inserted { job: Job, created: boolean }

/**
 * Writes a job and its children, all of them waiting to be dispatched. Children get the smaller ids, so that the
 * order of ids is the order of work.
 * @returns the job itself, the last of its tree; an open job that does the same comes instead of a new one
 */
export async function insertTree(tx: Tx, root: NewJob, now: Date): Promise<Inserted> {
  const dedupeKey = root.children.length === 0 ? dedupeKeyOf(root.type, root.data) : null
  const same = dedupeKey === null ? null : await tx.job.findUnique({ where: { dedupeKey }, include: withBrand })
  if (same)
    return { job: toJob(same), created: false }
  const ids = new Map<NewJob, string>()
  assignIds(root, ids)
  const flowId = root.children.length > 0 ? ids.get(root)! : null
  await insertNode(tx, root, { ids, parentId: null, flowId, now })
  return { job: toJob(await tx.job.findUniqueOrThrow({ where: { id: ids.get(root)! }, include: withBrand })), created: true }
}

/** Writes one job that another waits for. @returns its id */
export async function insertPart(tx: Tx, part: NewJob, place: Omit<Place, 'ids' | 'parentId' | 'flowId'> & { parentId: string, flowId: string }): Promise<string> {
  const id = newId()
  await insertNode(tx, part, { ...place, ids: new Map([[part, id]]) })
  return id
}

function assignIds(node: NewJob, ids: Map<NewJob, string>): void {
  for (const child of node.children)
    assignIds(child, ids)
  ids.set(node, newId())
}

interface Place { ids: Map<NewJob, string>, parentId: string | null, flowId: string | null, now: Date }

async function insertNode(tx: Tx, node: NewJob, place: Place): Promise<void> {
  const { ids, parentId, flowId, now } = place
  const id = ids.get(node)!
  for (const child of node.children)
    await insertNode(tx, child, { ...place, parentId: id })
  const delayed = node.runAt !== null && node.runAt > now
  await tx.job.create({
    data: {
      id,
      type: node.type,
      status: delayed ? 'delayed' : 'pending',
      priority: node.priority,
      tags: node.tags.length > 0 ? JSON.stringify(node.tags) : null,
      data: JSON.stringify(node.data),
      brandId: node.brandId,
      parentId,
      flowId,
      onChildFailure: node.onChildFailure,
      maxAttempts: node.maxAttempts,
      dedupeKey: flowId === null ? dedupeKeyOf(node.type, node.data) : null,
      runAt: delayed ? node.runAt : null,
      createdAt: now,
      updatedAt: now,
    },
  })
  await note(tx, id, now, { kind: 'created', told: [delayed ? tell('accepted-for', { at: node.runAt!.toISOString() }) : tell('accepted')] })
}
