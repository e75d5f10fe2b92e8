// Apart from the schemas of operations, so that the pages that list them load no zod.

export const bulkOperationStatuses = ['pending', 'running', 'checking', 'completed', 'aborted', 'canary-failed', 'failed', 'undoing', 'undone'] as const

export const bulkOutcomes = ['done', 'skipped', 'failed'] as const
