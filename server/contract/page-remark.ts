import { z } from 'zod'

/**
 * What a page that was read is odd in: nothing failed, but who wonders about its values should know.
 * - `broken-json-ld`: structured data that is no JSON, read as far as that is safe
 * - `contradicting-prices`: its sources name different prices; the likeliest was taken with less confidence, the others are in the evidence
 * - `zero-price`: its price is 0, which was left out
 * - `price-on-request`: it asks to call or write for the price
 * - `sold-out-without-price`: out of stock, and no price any more
 * - `no-price`: no price, and no word why
 * - `unreadable-characters`: bytes that mean nothing in the encoding that the page says it has
 */
export const PageRemark = z.enum(['broken-json-ld', 'contradicting-prices', 'zero-price', 'price-on-request', 'sold-out-without-price', 'no-price', 'unreadable-characters'])
export type PageRemark = z.infer<typeof PageRemark>

/** On how many of a run's pages something was odd; `url` is the first of them. */
export const RemarkCount = z.object({ remark: PageRemark, pages: z.number().int(), url: z.string() })
export type RemarkCount = z.infer<typeof RemarkCount>
