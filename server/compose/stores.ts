import type { SecretBox } from '../store/brand/secret-box.ts'
import type { Database } from '../store/database.ts'
import { createBrandFactsStore } from '../store/brand-facts-store.ts'
import { createBrandStore } from '../store/brand-store.ts'
import { createBulkOperationStore } from '../store/bulk-operation-store.ts'
import { createExportStore } from '../store/export-store.ts'
import { createHostThrottleStore } from '../store/host-throttle-store.ts'
import { createInsightStore } from '../store/insight-store.ts'
import { createJobDetailStore } from '../store/job-detail-store.ts'
import { createJobStore } from '../store/job-store.ts'
import { createLedgerThingStore } from '../store/ledger-thing-store.ts'
import { createProductStore } from '../store/product-store.ts'
import { createQueueSettingStore } from '../store/queue-setting-store.ts'
import { createRunStore } from '../store/run-store.ts'
import { createSavedViewStore } from '../store/saved-view-store.ts'
import { createScheduleStore } from '../store/schedule-store.ts'
import { createSettingStore } from '../store/setting-store.ts'
import { createSnapshotStore } from '../store/snapshot-store.ts'
import { createWordStore } from '../store/words/word-store.ts'
import { createWorkerStore } from '../store/worker-store.ts'

/** Everything that is kept in the database, by noun. They hold nothing open but the database. */
export interface Stores extends ReturnType<typeof createStores> {}

/** `box` seals what nobody may read in the database. */
export function createStores(database: Database, box: SecretBox) {
  return {
    brandFacts: createBrandFactsStore(database),
    brands: createBrandStore(database, box),
    products: createProductStore(database),
    jobs: createJobStore(database),
    jobDetails: createJobDetailStore(database),
    ledgerThings: createLedgerThingStore(database),
    insight: createInsightStore(database),
    exports: createExportStore(database),
    views: createSavedViewStore(database),
    schedules: createScheduleStore(database),
    queueSettings: createQueueSettingStore(database),
    settings: createSettingStore(database),
    snapshots: createSnapshotStore(database),
    workers: createWorkerStore(database),
    operations: createBulkOperationStore(database),
    runs: createRunStore(database),
    throttles: createHostThrottleStore(database),
    words: createWordStore(database),
  }
}
