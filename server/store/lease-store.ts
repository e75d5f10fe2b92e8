import type { Clock } from '../clock.ts'
import type { Database } from './database.ts'

/** A lease in the database: `hold` is true while this process has it, and renews it. */
export function createLease({ write }: Pick<Database, 'write'>, { name, holder, clock }: { name: string, holder: string, clock: Clock }) {
  return {
    hold: (forMs: number): Promise<boolean> => write(async (tx) => {
      const now = new Date(clock.now())
      const expiresAt = new Date(clock.now() + forMs)
      const { count } = await tx.lease.updateMany({ where: { name, OR: [{ holder }, { expiresAt: { lt: now } }] }, data: { holder, expiresAt } })
      if (count > 0)
        return true
      if (await tx.lease.count({ where: { name } }) > 0)
        return false
      await tx.lease.create({ data: { name, holder, expiresAt } })
      return true
    }),
    /** Gives the lease back, so that another process need not wait for its end. */
    release: (): Promise<void> => write(async tx => void await tx.lease.deleteMany({ where: { name, holder } })),
  }
}
