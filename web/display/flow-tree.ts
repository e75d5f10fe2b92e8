interface Step { id: string, parentId: string | null, createdAt: string }

/** A flow as lines of a tree: the job that waits for all others first, what it waits for below it, deeper by one. */
export function flowTree<Job extends Step>(steps: Job[]): { job: Job, depth: number }[] {
  const ids = new Set(steps.map(step => step.id))
  const childrenOf = Map.groupBy(steps, step => step.parentId !== null && ids.has(step.parentId) ? step.parentId : null)
  const lines: { job: Job, depth: number }[] = []

  function walk(parent: string | null, depth: number) {
    const children = [...childrenOf.get(parent) ?? []].sort((a, b) => a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id))
    for (const job of children) {
      lines.push({ job, depth })
      if (depth < 20)
        walk(job.id, depth + 1)
    }
  }

  walk(null, 0)
  return lines
}
