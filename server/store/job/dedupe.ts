/** Only one job with the same key may be open: a second scrape of a brand would find the same and disturb the first. */
export function dedupeKeyOf(type: string, data: Record<string, unknown>): string | null {
  return type === 'scrape-brand' ? `scrape-brand:${String(data.brandId)}` : null
}
