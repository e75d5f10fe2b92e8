import type { Candidate } from '../candidate.ts'
import type { Page } from '../page.ts'
import type { Outline } from './outline.ts'
import type { RatedPrice } from './price-score.ts'
import { printedCurrency } from '../../normalize/currency.ts'
import { currenciesByPlace } from '../../normalize/places.ts'
import { parsePrice } from '../../normalize/price.ts'
import { plainDecimal } from '../schema-offer.ts'
import { pathOf } from './element-path.ts'
import { BEFORE_OLD } from './old-price-words.ts'
import { ratePrices } from './price-score.ts'
import { HARMLESS, INSTALMENT, SUBSCRIBED, WITHOUT_TAX } from './price-words.ts'
import { isForMany, reductionBetween } from './reduction.ts'
import { shownPrices } from './shown-price.ts'

const LEAST_SCORE = 0.8
/** Alone, what stands on another product's card, or hardly ahead of a rival, is not believed; it may still bear out what markup says. */
const DOUBTED = 0.45
const LEAST_TRUST = 0.55
/** Two prices this few pieces of text apart, the higher one at most two and a half times the lower, are read as a sale. */
const SALE = { apart: 2, score: 1.6, most: 2.5 }

/** A percentage says more than nearness: such two may stand farther apart, and look less alike. */
const PERCENT = { apart: 10, score: 2.5 }

/** Two letters or a "from" may stand beside it; in a sentence it is no price struck out. */
/** Two prices of which one is for those who come back are a choice, no sale. */
const FOR_SUBSCRIBERS = /subscri|auto-?ship|(?<!\p{L})abo(?:nn?ement|nnez)?(?!\p{L})|one[- ]time|einmalig|members?|mitglied|club/iu
const isBare = ({ head, tail }: RatedPrice) => (`${head}${tail}`.replace(HARMLESS, ' ').match(/\p{L}/gu)?.length ?? 0) <= 4
/** Of prices that are alike in all else the first is meant. */
const leadOf = ({ score, isFirst }: RatedPrice) => score + (isFirst ? 0.3 : 0)
/** How many pieces of text stand between two prices. */
const apart = (a: RatedPrice, b: RatedPrice) => Math.max(1, Math.abs(a.run.index - b.run.index) - (a.run.index < b.run.index ? a : b).pieces + 1)

/** Two amounts of different currencies are one price said twice. */
const isOneMoney = (a: RatedPrice, b: RatedPrice) => a.currency === b.currency || a.currency === null || b.currency === null

/** Prices as a visitor sees them: the likeliest first, with those struck out as list prices. */
export function priceText(page: Page, outline: Outline): Candidate[] {
  const rated = ratePrices(shownPrices(page, outline), page, outline)
  const now = rated.filter(each => !each.isOld).sort((a, b) => leadOf(b) - leadOf(a))
  const first = now[0]
  if (!first || first.score < LEAST_SCORE)
    return []
  const before = percentSale(first, now, outline) ?? unmarkedSale(first, now, outline)
  const best = before?.now ?? first
  const rival = now.find(each => Number(each.amount) !== Number(best.amount) && each !== before?.old)
  const margin = Math.max(0, rival ? leadOf(best) - leadOf(rival) : best.score)
  const likely = Math.min(before ? 0.8 : 0.93, Math.max(0.4, 0.45 + 0.12 * margin + 0.04 * best.score))
  const trust = best.isElsewhere || likely < LEAST_TRUST ? DOUBTED : likely
  const path = pathOf(best.element)
  const candidates: Candidate[] = [{ field: 'price', value: best.amount, raw: best.raw, path, source: 'text', trust }]
  const coded = best.currency ?? now.find(each => each.currency !== null && each.amount === best.amount)?.currency ?? null
  if (coded)
    candidates.push({ field: 'currency', value: coded, raw: best.raw, path, source: 'text', trust: 0.85 })
  else if (printedCurrency(best.text) === null)
    candidates.push(...currencyOfPlace(page))
  const old = before?.old ?? struckBeside(best, now.filter(each => (each.score > 0 && !each.isOther) || each.isElsewhere || each === best), rated)
  if (old)
    candidates.push({ field: 'listPrice', value: old.amount, raw: old.raw, path: pathOf(old.element), source: 'text', trust: before ? 0.6 : 0.8 })
  const told = old ? null : toldBeside(best, page)
  if (told)
    candidates.push({ field: 'listPrice', value: told, raw: best.raw, path, source: 'text', trust: 0.7 })
  return candidates
}

/** A price without a sign is in the money of the page's place; `en-US` is what themes say everywhere. */
function currencyOfPlace(page: Page): Candidate[] {
  const language = page.language?.startsWith('en') ? null : page.language
  const currency = currenciesByPlace(page.url, language)[0]
  return currency ? [{ field: 'currency', value: currency, raw: language ?? page.url, path: 'address and language of the page', source: 'page', trust: 0.6 }] : []
}

function struckBeside(best: RatedPrice, now: readonly RatedPrice[], rated: readonly RatedPrice[]): RatedPrice | undefined {
  return rated.filter(each => each.isOld && each.isElsewhere === best.isElsewhere && Number(each.amount) > Number(best.amount) && Number(each.amount) < Number(best.amount) * 20 && apart(each, best) < 40)
    .filter(each => Number(nearest(each, now)?.amount) === Number(best.amount))
    .sort((a, b) => apart(a, best) - apart(b, best))[0]
}

/** `159,90 € (norm. 219,00 €)`, `statt 149,95 € nur 119,95 €`: one text says both. */
function toldBeside({ head, tail, amount }: RatedPrice, page: Page): string | null {
  for (const text of [head, tail]) {
    const [, words = '', rest] = /^\P{L}{0,6}(\p{L}\D{0,30}?)\s*(\p{Sc}?\s?\d.{0,30})$/u.exec(text) ?? []
    const old = rest !== undefined && BEFORE_OLD.test(words.trim()) ? parsePrice(rest, page).amount : null
    if (old !== null && Number(old) > Number(amount) && Number(old) < Number(amount) * 20)
      return plainDecimal(old)
  }
  return null
}

/** A struck price belongs to the price next to it: on the card of another product, that is the other product's. */
function nearest(old: RatedPrice, now: readonly RatedPrice[]): RatedPrice | null {
  return now.reduce<RatedPrice | null>((best, each) => best === null || apart(old, each) < apart(old, best) ? each : best, null)
}

/**
 * Two signed prices right beside each other, neither struck through by tag or class: styles strike one of them out, and it is
 * the higher one. Not where one is without tax or an instalment.
 */
function unmarkedSale(best: RatedPrice, now: readonly RatedPrice[], { runs }: Outline): { now: RatedPrice, old: RatedPrice } | null {
  if (best.run.aside || best.isOther || !best.hasSign || !isBare(best))
    return null
  const beside = now.filter(each => each !== best && each.hasSign && isBare(each) && !each.isOther && isOneMoney(each, best) && !each.run.aside && !each.run.hidden && apart(each, best) <= SALE.apart && best.score - each.score <= SALE.score && Number(each.amount) !== Number(best.amount))
  const other = beside.length === 1 ? beside[0] : undefined
  if (!other)
    return null
  const [low, high] = Number(other.amount) < Number(best.amount) ? [other, best] : [best, other]
  const isOthers = (index: number) => now.some(each => each !== low && each !== high && each.run.index === index)
  const around = runs.slice(Math.max(0, Math.min(low.run.index, high.run.index) - 1), Math.max(low.run.index, high.run.index) + 2).filter(run => !isOthers(run.index)).map(run => run.text).join(' ')
  const isSale = Number(high.amount) < Number(low.amount) * SALE.most && !WITHOUT_TAX.test(around) && !INSTALMENT.test(around) && !FOR_SUBSCRIBERS.test(around) && !isForMany(low, runs) && !/(?<![.,:])[-–—~]\s*$/.test(low.text)
  return isSale ? { now: low, old: high } : null
}

/** Whether what stands beside it says that it is the price for those who subscribe. */
function isForSubscribers({ run }: RatedPrice, { runs }: Outline): boolean {
  return runs.slice(Math.max(0, run.index - 2), run.index + 2).some(({ text }) => text.length < 60 && SUBSCRIBED.test(text))
}

/** Two prices of which one is the other less the percentage printed beside them, whichever of them looks more like the price. */
function percentSale(best: RatedPrice, now: readonly RatedPrice[], outline: Outline): { now: RatedPrice, old: RatedPrice } | null {
  if (best.isOther || best.isElsewhere)
    return null
  for (const other of now) {
    if (other === best || other.isOther || other.isElsewhere !== best.isElsewhere || other.run.hidden || best.score - other.score > PERCENT.score || apart(other, best) > PERCENT.apart || !isOneMoney(other, best))
      continue
    const [low, high] = Number(other.amount) < Number(best.amount) ? [other, best] : [best, other]
    if (reductionBetween(low, high, outline) && !isForSubscribers(low, outline))
      return { now: low, old: high }
  }
  return null
}
