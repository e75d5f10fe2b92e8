import type { LedgerThingQuery } from '../../server/contract/index.ts'
import { ledgerBuckets } from '../../server/contract/ledger-words.ts'

type Bucket = LedgerThingQuery['bucket']

/** The numbers of a ledger in their order, the sum first. */
export const ledgerNumbers: readonly Bucket[] = ['discovered', ...ledgerBuckets]

export function isBucket(value: string | undefined): value is Bucket {
  return (ledgerNumbers as readonly (string | undefined)[]).includes(value)
}
