import type { Scenario } from './scenario.ts'
import { blockedLoop } from './scenarios/blocked-loop.ts'
import { cancel } from './scenarios/cancel.ts'
import { cleaning } from './scenarios/cleaning.ts'
import { crawlKill } from './scenarios/crawl-kill.ts'
import { databaseDamaged } from './scenarios/database-damaged.ts'
import { databaseDiskFull, exportDiskFull } from './scenarios/disk-full.ts'
import { embeddedKill } from './scenarios/embedded-kill.ts'
import { exportKill } from './scenarios/export-kill.ts'
import { failover } from './scenarios/failover.ts'
import { flushall } from './scenarios/flushall.ts'
import { partsKill } from './scenarios/parts-kill.ts'
import { poison } from './scenarios/poison.ts'
import { redisAbsent } from './scenarios/redis-absent.ts'
import { redisFrozen } from './scenarios/redis-frozen.ts'
import { redisKillWithAof, redisKillWithout } from './scenarios/redis-kill.ts'
import { redisFull, redisReadOnly } from './scenarios/redis-refuses.ts'
import { schedules } from './scenarios/schedules.ts'
import { serverKill } from './scenarios/server-kill.ts'
import { sigterm } from './scenarios/sigterm.ts'
import { slowClients } from './scenarios/slow-clients.ts'
import { soak } from './scenarios/soak.ts'
import { sqliteLocked } from './scenarios/sqlite-locked.ts'
import { workerKill } from './scenarios/worker-kill.ts'

/** Every scenario, in the order in which they run. */
export const scenarios: readonly Scenario[] = [
  workerKill,
  crawlKill,
  partsKill,
  serverKill,
  flushall,
  redisKillWithAof,
  redisKillWithout,
  redisFrozen,
  redisAbsent,
  redisFull,
  redisReadOnly,
  failover,
  blockedLoop,
  poison,
  sigterm,
  cancel,
  sqliteLocked,
  databaseDamaged,
  databaseDiskFull,
  exportDiskFull,
  exportKill,
  cleaning,
  schedules,
  slowClients,
  embeddedKill,
  soak,
]
