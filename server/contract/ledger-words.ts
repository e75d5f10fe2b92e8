// Apart from the schemas of ledgers, so that pages that show one load no zod.

export const ledgerBuckets = ['queued', 'running', 'done', 'failed', 'skipped', 'cancelled', 'duplicate'] as const

export const diffKinds = ['new', 'gone', 'changed'] as const
