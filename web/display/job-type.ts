import type { JobType } from '../../server/contract/index.ts'

export const jobTypeLook: Record<JobType, { icon: string }> = {
  'scrape-brand': { icon: 'i-lucide-scan-search' },
  'scrape-product-details': { icon: 'i-lucide-file-search' },
  'export-csv': { icon: 'i-lucide-file-spreadsheet' },
}
