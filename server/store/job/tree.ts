import type { Tx } from '../database.ts'

export interface Member { id: string, parentId: string | null, status: string, version: number }

/** All jobs of the flow that `id` belongs to, and how to walk them; a job on its own is a flow of one. */
export async function readFlow(tx: Tx, job: { id: string, flowId: string | null }) {
  const select = { id: true, parentId: true, status: true, version: true } as const
  const members: Member[] = await tx.job.findMany({
    where: job.flowId === null ? { id: job.id } : { flowId: job.flowId },
    select,
    orderBy: { id: 'asc' },
  })
  const byId = new Map(members.map(member => [member.id, member]))
  const childrenOf = Map.groupBy(members, member => member.parentId)

  function ancestors(id: string): Member[] {
    const found: Member[] = []
    for (let parent = byId.get(byId.get(id)?.parentId ?? ''); parent; parent = byId.get(parent.parentId ?? ''))
      found.push(parent)
    return found
  }

  function subtree(id: string): Member[] {
    const own = byId.get(id)
    return own ? [...(childrenOf.get(id) ?? []).flatMap(child => subtree(child.id)), own] : []
  }

  return { members, byId, ancestors, subtree }
}

/** The jobs that wait for the one below `parentId`, the nearest first. */
export async function idsAbove(tx: Tx, parentId: string | null): Promise<string[]> {
  const ids: string[] = []
  for (let id = parentId; id !== null;) {
    const above: { parentId: string | null } | null = await tx.job.findUnique({ where: { id }, select: { parentId: true } })
    if (above)
      ids.push(id)
    id = above?.parentId ?? null
  }
  return ids
}
