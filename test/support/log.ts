import type { Log } from '../../server/log.ts'
import { createLog } from '../../server/log.ts'

export const silentLog: Log = createLog('silent')
