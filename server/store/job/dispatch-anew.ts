import type { Tx } from '../database.ts'

/** Puts an open job into the outbox again; a run that holds it is fenced off. Under a new generation where the queue has an entry of the present one. */
export async function dispatchAnew(tx: Tx, { id, status }: { id: string, status: string }, { newGeneration, now }: { newGeneration: boolean, now: Date }): Promise<void> {
  await tx.job.update({
    where: { id },
    data: {
      dispatchedAt: null,
      attemptToken: null,
      status: status === 'active' ? 'pending' : status,
      ...(newGeneration && { generation: { increment: 1 } }),
      updatedAt: now,
      version: { increment: 1 },
    },
  })
}

/**
 * The queue's entry of a waiting job hangs on the entry of the one before it: when that one gets another, so must this
 * one, and those after it.
 * @param tx the transaction
 * @param parentId the job after the one that was dispatched anew
 * @param now of the change
 * @param renewed ids that have been through this; those found are added
 */
export async function renewAbove(tx: Tx, parentId: string | null, now: Date, renewed: Set<string>): Promise<void> {
  for (let id = parentId; id !== null && !renewed.has(id);) {
    const above: { id: string, status: string, parentId: string | null } | null = await tx.job.findUnique({ where: { id }, select: { id: true, status: true, parentId: true } })
    if (above && (above.status === 'pending' || above.status === 'delayed')) {
      await dispatchAnew(tx, above, { newGeneration: true, now })
      renewed.add(above.id)
    }
    id = above?.parentId ?? null
  }
}
