import type { Availability, ProductStatus } from '../../server/contract/index.ts'
import type { Tone } from './job-status.ts'

export const productStatusLook: Record<ProductStatus, { tone: Tone, icon: string }> = {
  found: { tone: 'info', icon: 'i-lucide-radar' },
  read: { tone: 'success', icon: 'i-lucide-circle-check' },
  failed: { tone: 'error', icon: 'i-lucide-circle-x' },
  hidden: { tone: 'warning', icon: 'i-lucide-eye-off' },
  gone: { tone: 'neutral', icon: 'i-lucide-circle-off' },
}

/** Can it be bought now (solid dot), later (half), or not (hollow)? */
export const availabilityLook: Record<Availability, { tone: Tone, icon: string }> = {
  InStock: { tone: 'success', icon: 'i-lucide-circle-check-big' },
  LimitedAvailability: { tone: 'warning', icon: 'i-lucide-circle-alert' },
  OnlineOnly: { tone: 'success', icon: 'i-lucide-globe' },
  InStoreOnly: { tone: 'info', icon: 'i-lucide-store' },
  MadeToOrder: { tone: 'info', icon: 'i-lucide-hammer' },
  PreOrder: { tone: 'info', icon: 'i-lucide-calendar-clock' },
  PreSale: { tone: 'info', icon: 'i-lucide-calendar-clock' },
  BackOrder: { tone: 'warning', icon: 'i-lucide-hourglass' },
  Reserved: { tone: 'neutral', icon: 'i-lucide-lock' },
  OutOfStock: { tone: 'error', icon: 'i-lucide-circle-slash' },
  SoldOut: { tone: 'error', icon: 'i-lucide-circle-slash' },
  Discontinued: { tone: 'neutral', icon: 'i-lucide-archive' },
}

/** A web address as people say it: no scheme, no `www.`, no trailing slash. */
export function shortUrl(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
}
