import type { Tx } from './database.ts'
import type { PrismaClient } from './prisma/client.ts'
import { idempotencyKeptMs } from '../contract/idempotency.ts'
import { tell } from '../contract/told.ts'
import { fieldError, InvalidInput } from '../errors.ts'

/** Which request this is: the client's key for it, and a hash of what it asks, so that a key used twice by mistake is seen. */
export interface Once { key: string, hash: string }

/** The answer that the same request got before; undefined when there was none in the last day. @throws {InvalidInput} when the key was another request's */
export async function recall<Answer>(db: Tx | PrismaClient, once: Once, now: Date): Promise<Answer | undefined> {
  const row = await db.idempotencyKey.findUnique({ where: { key: once.key } })
  if (!row || row.createdAt.getTime() <= now.getTime() - idempotencyKeptMs)
    return undefined
  if (row.hash !== once.hash)
    throw new InvalidInput([fieldError('Idempotency-Key', tell('key-used'))])
  return JSON.parse(row.answer) as Answer
}

/**
 * Does `work` unless the same request did it before. The answer is written in the transaction of the work itself: a
 * process that dies has done and remembered both or neither. A second request at the same time waits for the write lock
 * and then finds the first one's answer.
 */
export async function onlyOnce<Answer extends object>(tx: Tx, once: Once | undefined, now: Date, work: () => Promise<Answer>): Promise<Answer & { replayed: boolean }> {
  if (!once)
    return { ...await work(), replayed: false }
  const earlier = await recall<Answer>(tx, once, now)
  if (earlier !== undefined)
    return { ...earlier, replayed: true }
  const answer = await work()
  const fresh = { hash: once.hash, answer: JSON.stringify(answer), createdAt: now }
  await tx.idempotencyKey.upsert({ where: { key: once.key }, create: { key: once.key, ...fresh }, update: fresh })
  return { ...answer, replayed: false }
}

/** Forgets up to `limit` keys that are older than a day. @returns how many */
export async function forgetKeys(tx: Tx, now: Date, limit: number): Promise<number> {
  const rows = await tx.idempotencyKey.findMany({ where: { createdAt: { lte: new Date(now.getTime() - idempotencyKeptMs) } }, select: { key: true }, take: limit })
  const { count } = await tx.idempotencyKey.deleteMany({ where: { key: { in: rows.map(row => row.key) } } })
  return count
}
