import type { Element } from 'domhandler'
import type { Candidate, ScalarField } from '../candidate.ts'
import type { Outline, Run } from './outline.ts'
import { isTag } from 'domhandler'
import { parseAvailability } from '../../normalize/availability.ts'
import { parseCondition } from '../../normalize/condition.ts'
import { productGtin } from '../../normalize/gtin.ts'
import { isIdentifier } from '../identifier.ts'
import { kindOf } from './cards.ts'
import { pathOf } from './element-path.ts'
import { fieldOfLabel, inlineLabel } from './label-words.ts'

const GENERIC = /^(?:item|art\.?|ref\.?|reference|style|product|kod|code|kód|код|model|modell|modèle|modelo|modello|модель|label|make|designer|stock|malli|mudel)$/i

const NUMBERS: ReadonlySet<ScalarField> = new Set(['sku', 'mpn', 'gtin'])
const OF_PARTS = 0.5
const MOST = 200
/** So many pieces of text are looked through: labels stand near the title, and each look costs. */
const LONGEST = 6000

const readers: Readonly<Partial<Record<ScalarField, (text: string) => string | null>>> = {
  gtin: productGtin,
  availability: text => (/^\d+$/.test(text) ? null : parseAvailability(text)),
  condition: parseCondition,
  sku: code,
  mpn: code,
  brand: text => (text.length <= 50 && /\p{L}/u.test(text) && text.split(' ').length <= 6 && !/[:：]$/.test(text) && !/^(?:see|view|all|more|n\/?a|-|select|choose)\b/i.test(text) ? text : null),
}

interface Placed {
  candidate: Candidate
  /** Its label, and the kind of element that this stands in. */
  place: string
}

/** Values that the page prints behind a label: in a table, a definition list, or on the same line. */
export function labelledText(outline: Outline): Candidate[] {
  const found: Placed[] = []
  const title = outline.runs[outline.title] ?? null
  for (const run of outline.runs.slice(0, LONGEST)) {
    if (run.aside || run.text.length > 120)
      continue
    const far = title ? Math.min(0.1, Math.abs(run.offset - title.offset) / 40_000) : 0.05
    for (const { field, label, value: raw } of labelled(run, outline)) {
      const value = readers[field]?.(raw) ?? null
      const trust = (GENERIC.test(label) ? 0.75 : 0.96) - far - (run.hidden ? 0.15 : 0)
      if (value !== null && found.length < MOST && !found.some(({ candidate }) => candidate.field === field && candidate.value === value))
        found.push({ candidate: { field, value, raw, path: pathOf(run.element), source: 'text', trust }, place: `${field} ${label.toLowerCase()} ${kindOf(run.element)}` })
    }
  }
  return keepFirst(doubtParts(found))
}

/** One label before several numbers, in elements alike, tells those of parts or variants. */
function doubtParts(found: readonly Placed[]): Candidate[] {
  const times = new Map<string, number>()
  for (const { place } of found)
    times.set(place, (times.get(place) ?? 0) + 1)
  return found.map(({ candidate, place }) => NUMBERS.has(candidate.field) && (times.get(place) ?? 0) > 1 ? { ...candidate, trust: Math.min(candidate.trust, OF_PARTS) } : candidate)
}

/** The label nearest to the title says what the page's product is; later ones may speak of parts and variants. */
function keepFirst(candidates: Candidate[]): Candidate[] {
  const kept = new Map<ScalarField, Candidate>()
  for (const candidate of candidates) {
    const known = kept.get(candidate.field)
    if (!known || candidate.trust > known.trust + 0.1)
      kept.set(candidate.field, candidate)
  }
  return [...kept.values()]
}

interface Labelled {
  field: ScalarField
  label: string
  value: string
}

function labelled(run: Run, { runs }: Outline): Labelled[] {
  const field = fieldOfLabel(run.text)
  // `Art.-Nr.:` is a label whole, not one that ends at its first point; `SKU: 7 · EAN: 8` says two things.
  const inline = field !== null && /[:：]\s*$/.test(run.text) ? [] : run.text.split(/\s[·|•]\s/).flatMap(part => inlineLabel(part) ?? [])
  if (inline.length > 0)
    return inline
  const next = runs[run.index + 1]
  if (!field || !next || next.text.length > 80 || next.aside !== run.aside)
    return []
  if (!/[:：#№]\s*$/u.test(run.text) && !isLabelElement(run.element))
    return []
  if (fieldOfLabel(next.text) && /[:：]\s*$/u.test(next.text))
    return []
  const value = /^[:：]$/.test(next.text) ? runs[run.index + 2]?.text : next.text.replace(/^[:：#]\s*/u, '')
  return value === undefined || value === '' ? [] : [{ field, label: run.text.replace(/[:：#\s]+$/u, ''), value }]
}

const LABEL_TAGS = new Set(['dt', 'th', 'label', 'strong', 'b', 'h3', 'h4', 'h5', 'h6'])

/** Without a colon a text is a label only where the markup makes it one. */
function isLabelElement(element: Element): boolean {
  for (let at: Element | null = element, up = 0; at && up < 3; at = at.parent && isTag(at.parent) ? at.parent : null, up++) {
    if (LABEL_TAGS.has(at.name) || /label|attr(?:ibute)?[-_]?name|spec[-_]?(?:name|title|label|key)|property[-_]?name|param[-_]?name|\bkey\b|[-_]name\b|heading|title/i.test(at.attribs.class ?? ''))
      return true
    if (at.name === 'td' || at.name === 'li')
      return at.name === 'td' && at.parent !== null && isTag(at.parent) && at.parent.children.filter(isTag)[0] === at
  }
  return false
}

function code(text: string): string | null {
  const value = text.split(/\s{2,}|\s[|•·]\s|[,;|](?=\s|$)/)[0]?.replace(/[.,;)\]〉】>」）]+$/u, '').replace(/^[#:([№\s]+/u, '').trim() ?? ''
  return isIdentifier(value) && value.length <= 40 && value.split(' ').length <= 4 && (/\d/.test(value) || (/^[A-Z][A-Z0-9 ./_-]{2,}$/.test(value) && !value.includes(' '))) && !/^\d{1,2}[.,]\d{2}\s?[€$£]/.test(value) ? value : null
}
