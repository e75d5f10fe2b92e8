import type { JobLedger, LedgerBucket } from '../../server/contract/index.ts'

const statusOf = { queued: 'pending', running: 'active', failed: 'failed', cancelled: 'cancelled' } as const satisfies Partial<Record<LedgerBucket, string>>

/** Where the things of a number are listed, as they are now; undefined where there is no such list. */
export function ledgerLink({ unit, parts }: Pick<JobLedger, 'unit' | 'parts'>, brandId: string | null, bucket: LedgerBucket | 'discovered'): string | undefined {
  if (brandId === null)
    return undefined
  const query = (values: Record<string, string>) => new URLSearchParams({ brandId, ...values }).toString()
  if (bucket === 'discovered' || bucket === 'done')
    return `/products?${query({})}`
  if (bucket === 'failed' && unit === 'products')
    return `/products?${query({ status: 'failed' })}`
  // What waits or was stopped is so part by part.
  if (parts > 0 && bucket in statusOf)
    return `/jobs?${query({ type: 'scrape-product-details', status: statusOf[bucket as keyof typeof statusOf] })}`
  return undefined
}
