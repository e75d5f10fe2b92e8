import type { Database } from './database.ts'
import { HostThrottle } from '../contract/throttle.ts'

/** How hosts are asked, as the processes that ask them have written it down. */
export function createHostThrottleStore({ read, write }: Pick<Database, 'read' | 'write'>) {
  const parse = ({ state }: { state: string }): HostThrottle => HostThrottle.parse(JSON.parse(state))

  return {
    put: (throttles: HostThrottle[]): Promise<void> => write(async (tx) => {
      for (const throttle of throttles) {
        const data = { at: new Date(throttle.at), state: JSON.stringify(throttle) }
        await tx.hostThrottle.upsert({ where: { host: throttle.host }, create: { host: throttle.host, ...data }, update: data })
      }
    }),
    async of(hosts: string[]): Promise<HostThrottle[]> {
      return (await read.hostThrottle.findMany({ where: { host: { in: hosts } }, orderBy: { at: 'desc' } })).map(parse)
    },
    /** Those that were written since, the oldest first. */
    async since(at: Date, limit: number): Promise<HostThrottle[]> {
      return (await read.hostThrottle.findMany({ where: { at: { gt: at } }, orderBy: { at: 'asc' }, take: limit })).map(parse)
    },
    /** Forgets hosts that have not been asked since `before`. */
    forget: (before: Date): Promise<void> => write(async tx => void await tx.hostThrottle.deleteMany({ where: { at: { lt: before } } })),
  }
}
export type HostThrottleStore = ReturnType<typeof createHostThrottleStore>
