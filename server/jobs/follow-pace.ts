import type { Brand, BrandSettings } from '../contract/brand.ts'
import type { BrandStore } from '../store/brand-store.ts'

export type OwnPace = Pick<BrandSettings, 'concurrency' | 'delayMs'>

/** Read again after this time, in milliseconds, while a run asks for it. */
const followMs = 2000

/**
 * A brand's own pace for a run that is under way: what people set meanwhile holds within two seconds. A brand that
 * cannot be read keeps the pace that was last known.
 */
export function followPace(brands: Pick<BrandStore, 'get'>, brand: Brand, now: () => number = Date.now): () => Promise<OwnPace> {
  let pace: OwnPace = brand.settings
  let readAt = now()
  return async () => {
    if (now() - readAt >= followMs) {
      readAt = now()
      pace = await brands.get(brand.id).then(({ settings }) => settings, () => pace)
    }
    return pace
  }
}
