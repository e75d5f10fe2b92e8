import type { Element } from 'domhandler'
import type { Candidate } from '../candidate.ts'
import type { Control, Outline, Run } from './outline.ts'
import { isTag } from 'domhandler'
import { availabilityLine, availabilityPhrase } from '../../normalize/availability.ts'
import { pathOf } from './element-path.ts'
import { saysBuy, saysSoldOut } from './stock-words.ts'
import { classWords } from './zones.ts'

const STOCK_CLASS = /availab|stock|inventory|disponib|verf[uü]gbar|lager|voorraad|dostup|nalich|sklad|lieferzeit|delivery-status|soldout|sold-out|saadavus|out-?of/i
const BUTTON_CLASS = /add[-_]?to[-_]?(?:cart|bag|basket|trolley)|add2cart|buy[-_]?(?:now|button|btn)|btn-?(?:cart|buy)|cart[-_]?button|purchase|in-?den-?warenkorb|product-form__submit|to-cart|tocart|checkout-button|(?:^|[\s_-])(?:buy|cart|kaufen|comprar|acheter|koszyk|kosik|sepet)(?:[\s_-]|$)/i
const CART_FORM = /\/cart\/add|\/cart$|add-?to-?(?:cart|basket|bag)|\/basket\/add|\/warenkorb|checkout\/cart\/add|addproduct|add_product|\/carrito|\/panier|\/koszyk|\/kosik|action=(?:add|buy)/i

/** What the visible page says about stock: a line marked as stock, the buying button, or a sold-out sign in its place. */
export function stockText(outline: Outline): Candidate[] {
  const candidates: Candidate[] = []
  const title = outline.runs[outline.title] ?? null
  const add = (value: string, at: Run | Control, trust: number) => {
    const far = title ? Math.min(0.25, Math.max(0, Math.abs(at.offset - title.offset) - 1500) / 16_000) : 0.15
    candidates.push({ field: 'availability', value, raw: at.text, path: pathOf(at.element), source: 'text', trust: trust - far - (title && at.offset < title.offset - 200 ? 0.15 : 0) })
  }
  let blocked = false
  let open = false
  for (const control of outline.controls) {
    if (control.aside || control.hidden || insideChoice(control.element))
      continue
    if (control.element.name !== 'form' && saysBuy(control.text)) {
      blocked ||= isDisabled(control.element)
      open ||= !isDisabled(control.element)
    }
    if (control.element.name === 'form' ? CART_FORM.test(control.text) : saysBuy(control.text))
      add('InStock', control, control.element.name === 'form' ? 0.7 : isDisabled(control.element) ? 0.5 : 0.94)
    else if (control.buys)
      add('InStock', control, 0.75)
    else if (control.element.name !== 'form' && saysSoldOut(control.text))
      add('OutOfStock', control, 0.88)
    else if (control.element.name !== 'form' && control.text.length <= 40 && availabilityPhrase(control.text) === 'PreOrder')
      add('PreOrder', control, 0.9)
  }
  for (const run of outline.runs) {
    if (run.aside || run.hidden || run.text.length > 90)
      continue
    const button = buttonOf(run.element)
    if (saysBuy(run.text))
      add('InStock', run, button === null ? 0.7 : isDisabled(button) ? 0.5 : 0.85)
    else if (saysSoldOut(run.text) && !insideChoice(run.element))
      add('OutOfStock', run, button ? 0.88 : 0.8)
    else if (STOCK_CLASS.test(nearWords(run.element)) && !insideChoice(run.element))
      add(...phrase(run))
    else if (isBesideTitle(run, title) && !run.inLink && !insideChoice(run.element))
      add(...line(run))
  }
  return strongest(candidates.filter(each => each.value !== '' && each.trust > 0.4), blocked && !open)
}

function phrase(run: Run): [string, Run, number] {
  const value = availabilityPhrase(run.text)
  return value === null ? ['', run, 0] : [value, run, value === 'InStock' ? 0.86 : 0.84]
}

/** What nothing marks is read only where a product's own lines stand: behind the title, before the long texts. */
function isBesideTitle(run: Run, title: Run | null): boolean {
  return title !== null && run.index !== title.index && run.text.length <= 60 && run.offset > title.offset - 200 && run.offset < title.offset + 2500
}

function line(run: Run): [string, Run, number] {
  const value = availabilityLine(run.text)
  return value === null ? ['', run, 0] : [value, run, value === 'InStock' ? 0.72 : 0.8]
}

/** What a button to buy does not speak against: it says when the goods come, or how few there are. */
const ORDERABLE = new Set(['PreOrder', 'BackOrder', 'LimitedAvailability'])
const LATER = 0.75

/**
 * The best place for each meaning. A sold-out sign with no button to buy beside it is surer; with one, it may be about one
 * size. A sold-out sign beside a button that cannot be pressed is surer than markup, which templates often fix as in stock.
 */
function strongest(candidates: Candidate[], cannotBuy: boolean): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const candidate of candidates) {
    const known = best.get(candidate.value)
    if (!known || candidate.trust > known.trust)
      best.set(candidate.value, candidate)
  }
  if (cannotBuy && best.has('OutOfStock'))
    return [...best.values()].map(each => ({ ...each, trust: each.value === 'OutOfStock' ? 0.96 : Math.min(each.trust, 0.5) }))
  const buy = best.get('InStock')?.trust ?? 0
  const later = [...best.values()].find(each => ORDERABLE.has(each.value) && each.trust >= LATER)
  if (later && buy > 0) {
    best.delete('InStock')
    best.set(later.value, { ...later, trust: Math.max(later.trust, buy) })
  }
  const canBuy = buy >= 0.75
  return [...best.values()].map(each => (each.value === 'OutOfStock' ? { ...each, trust: canBuy ? Math.min(each.trust, 0.7) : Math.min(0.95, each.trust + 0.06) } : each))
}

function buttonOf(element: Element): Element | null {
  for (let at: Element | null = element, up = 0; at && up < 5; at = at.parent && isTag(at.parent) ? at.parent : null, up++) {
    if (at.name === 'button' || at.name === 'a' || at.name === 'input' || at.attribs.role === 'button' || BUTTON_CLASS.test(at.attribs.class ?? '') || BUTTON_CLASS.test(at.attribs.id ?? ''))
      return at
  }
  return null
}

function isDisabled(element: Element): boolean {
  return element.attribs.disabled !== undefined || element.attribs['aria-disabled'] === 'true' || /(?:^|[\s_-])disabled(?:\s|$)/.test(element.attribs.class ?? '')
}

/** A link to the same page with another argument. */
const isChosenBy = ({ name, attribs }: Element) => name === 'a' && /^\?[^=]+=/.test(attribs.href ?? '')

/** One size that is sold out says nothing of the product. */
function insideChoice(element: Element): boolean {
  for (let at: Element | null = element, up = 0; at && up < 6; at = at.parent && isTag(at.parent) ? at.parent : null, up++) {
    if (isChosenBy(at) || at.name === 'option' || at.name === 'select' || at.name === 'label' || /swatch|(?:^|[\s_-])(?:sizes?|variants?|options?|colou?rs?)(?:[\s_-]|$)/i.test(at.attribs.class ?? ''))
      return true
  }
  return false
}

function nearWords(element: Element): string {
  const parent = element.parent && isTag(element.parent) ? element.parent : null
  return `${classWords(element)} ${parent ? classWords(parent) : ''}`
}
