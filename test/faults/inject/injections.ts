/** What can be put in the place of parts of the server: module of `server/` → module of this folder. */
export const injections = {
  /** Locks, stall checks and reconciling in seconds instead of tens of seconds, for the short forms. */
  'brisk': [{ target: 'queue/workers.ts', by: 'brisk-workers.ts' }, { target: 'queue/reconciler.ts', by: 'brisk-reconciler.ts' }, { target: 'store/job/quarantine.ts', by: 'brisk-quarantine.ts' }],
  /** SIGKILLs the process before or after it gives jobs to the queue. */
  'crash-at-dispatch': [{ target: 'queue/job-queue.ts', by: 'crash-at-dispatch.ts' }],
  /** Keeps the event loop busy in the middle of some exports. */
  'block-loop': [{ target: 'store/job-store.ts', by: 'block-before-end.ts' }, { target: 'export/exporter.ts', by: 'block-before-work.ts' }],
  /** Some exports end their process. */
  'poison': [{ target: 'export/exporter.ts', by: 'poison.ts' }],

  'without-reconciler': [{ target: 'queue/reconciler.ts', by: 'without-reconciler.ts' }],
  'without-outbox': [{ target: 'queue/dispatcher.ts', by: 'without-outbox.ts' }],
  'without-fencing': [{ target: 'store/job/run.ts', by: 'without-fencing.ts' }, { target: 'queue/workers.ts', by: 'without-lost-locks.ts' }],
  'without-hand-over': [{ target: 'jobs/dead-workers.ts', by: 'without-hand-over.ts' }],
  'without-quarantine': [{ target: 'store/job/claim.ts', by: 'without-quarantine.ts' }, { target: 'queue/workers.ts', by: 'without-stall-limit.ts' }],
} as const satisfies Record<string, readonly { target: string, by: string }[]>

export type InjectionName = keyof typeof injections

/** A replacement with its settings, as handed to the process in the environment variable `FAULTS`. */
export interface Injection {
  name: InjectionName
  [setting: string]: unknown
}
