import type { PageReading } from '../read-page.ts'
import type { DiscoverContext } from './strategy.ts'
import type { Hint } from './url-shape.ts'
import { z } from 'zod'
import { openEvidence } from '../../contract/evidence.ts'
import { ScrapeError } from '../../errors.ts'
import { homeOf, leftOut, movedTo, withoutArguments } from './detours.ts'
import { pathHint } from './url-shape.ts'

/** An address that may be a product's. `hint` is what its surroundings said. */
export interface Candidate {
  url: string
  shape: string
  hint: Hint
}

/** What samples said of a shape: `each` means that it holds both kinds, so every page has to speak for itself. */
const Verdict = z.enum(['product', 'other', 'each'])
type Verdict = z.infer<typeof Verdict>

/** What a classifier has learned, for a run that goes on later. */
export const Learned = z.object({
  verdicts: z.array(z.tuple([z.string(), Verdict])),
  pages: z.array(z.tuple([z.string(), z.boolean()])),
  /** By shape, the arguments that the pages' own addresses leave out. */
  detours: z.array(z.tuple([z.string(), z.array(z.string())])).default([]),
  /** By shape, the folder where the pages say that they live. */
  homes: z.array(z.tuple([z.string(), z.string()])).default([]),
  singles: z.number().int(),
  sampled: z.number().int(),
})
export type Learned = z.infer<typeof Learned>

const samplesPerShape = 3
/** Pages looked at one by one when a shape holds both kinds. */
const mostSingles = 300
const mostSampled = 120

/** Tells product addresses from others by reading a few pages of each shape; remembers what it has learned for the run. */
export function createClassifier(context: DiscoverContext, before: Learned | null = null) {
  const verdicts = new Map<string, Verdict>(before?.verdicts)
  const pages = new Map<string, boolean>(before?.pages)
  const detours = new Map<string, string[]>(before?.detours)
  const homes = new Map<string, string>(before?.homes)
  const canonicals = new Map<string, string | null>()
  let { singles, sampled } = before ?? { singles: 0, sampled: 0 }

  /** The products among the candidates. */
  async function products<C extends Candidate>(candidates: readonly C[]): Promise<C[]> {
    const byShape = Map.groupBy(candidates, candidate => candidate.shape)
    const accepted: C[] = []
    for (const [shape, members] of [...byShape].toSorted((a, b) => b[1].length - a[1].length)) {
      const verdict = verdicts.get(shape) ?? await judge(shape, members)
      if (verdict === 'product')
        // What the shop itself calls a product is never dropped without a word: layer 2 says why it is none.
        accepted.push(...members.filter(member => pages.get(member.url) !== false || member.hint === 'product'))
      else if (verdict === 'each')
        accepted.push(...await chosen(members))
      else
        accepted.push(...members.filter(member => pages.get(member.url) === true))
    }
    return accepted
  }

  async function judge(shape: string, members: readonly Candidate[]): Promise<Verdict> {
    const hints = new Set(members.map(member => member.hint))
    if (hints.size === 1 && hints.has('other'))
      return 'other'
    if (sampled >= mostSampled)
      return hints.has('product') ? 'product' : 'other'
    const answers: boolean[] = []
    for (const member of spread(members, samplesPerShape)) {
      const answer = await isProduct(member.url)
      if (answer !== null)
        answers.push(answer)
    }
    sampled += answers.length
    const yes = answers.filter(Boolean).length
    const verdict = verdictOf(yes, answers.length, hints)
    verdicts.set(shape, verdict)
    const read = members.filter(member => pages.get(member.url) === true)
    detours.set(shape, detoursOf(read))
    const home = sharedHome(read)
    if (home !== null)
      homes.set(shape, home)
    context.log.debug({ event: 'discover.shape', shape, members: members.length, yes, samples: answers.length, verdict }, 'shape judged')
    return verdict
  }

  /**
   * Arguments that every page read leaves out of its own address. One address for all of them is no product's own but a
   * template's fault, and what it leaves out may be what tells the products apart.
   */
  function detoursOf(members: readonly Candidate[]): string[] {
    if (new Set(members.map(({ url }) => canonicals.get(url) ?? null)).size < 2)
      return []
    const [first = null, ...others] = members.map(({ url }) => leftOut(url, canonicals.get(url) ?? null))
    return (first ?? []).filter(name => others.every(names => names?.includes(name)))
  }

  /** The one folder in which all of several pages say that they live. */
  function sharedHome(members: readonly Candidate[]): string | null {
    const [first = null, ...others] = members.map(({ url }) => homeOf(url, canonicals.get(url) ?? null))
    return others.length > 0 && others.every(home => home === first) ? first : null
  }

  async function chosen<C extends Candidate>(members: readonly C[]): Promise<C[]> {
    const accepted: C[] = []
    let asked = 0
    for (const member of members) {
      const known = pages.get(member.url) ?? (singles++ < mostSingles ? await isProduct(member.url) : null)
      if (known !== null)
        asked++
      // Beyond the budget most of the shape decides: layer 2 reads the page anyway and says so when it is no product.
      if (known ?? (member.hint === 'product' || (member.hint === null && accepted.length > asked / 2)))
        accepted.push(member)
    }
    return accepted
  }

  /** Null when the page could not be read. */
  async function isProduct(url: string): Promise<boolean | null> {
    const known = pages.get(url)
    if (known !== undefined)
      return known
    try {
      const page = await context.client.page(url, { signal: context.signal })
      const reading = await context.readPage(page, { recipe: context.shop.recipe })
      // A page that would not show itself is no evidence against its shape.
      if (reading.kind !== 'product' && reading.kind !== 'not-a-product')
        return null
      const isProduct = reading.kind === 'product' && hasProof(reading)
      pages.set(url, isProduct)
      canonicals.set(url, reading.canonicalUrl)
      return isProduct
    }
    catch (error) {
      if (error instanceof ScrapeError && error.status !== null && error.status >= 400 && error.status < 500)
        return null
      context.fail(url, error)
      return null
    }
  }

  return {
    products,
    isProduct,
    /** The candidate's address without what only says by which list it was reached. */
    addressOf: ({ url, shape }: Candidate): string => movedTo(homes.get(shape), withoutArguments(url, detours.get(shape) ?? [])),
    learned: (): Learned => ({ verdicts: [...verdicts], pages: [...pages], detours: [...detours].filter(([, names]) => names.length > 0), homes: [...homes], singles, sampled }),
  }
}

/** Where address and sitemap say "product", most samples are enough: an odd page among them is left to layer 2. */
function verdictOf(yes: number, answers: number, hints: ReadonlySet<Hint>): Verdict {
  const isHinted = hints.size === 1 && hints.has('product')
  if (answers === 0)
    return hints.has('product') ? 'product' : 'other'
  if (yes === answers || (isHinted && yes > answers / 2))
    return 'product'
  return yes === 0 ? 'other' : 'each'
}

/** One sample speaks for thousands of pages: a name and a number from the address are not enough for it. */
export function hasProof(reading: PageReading): boolean {
  const evidence = openEvidence(reading.evidence)
  return Boolean(evidence.price ?? evidence.availability ?? evidence.gtin ?? (evidence.sku?.path === 'url' ? undefined : evidence.sku))
}

/** Hint for an address, in a sitemap file perhaps: that file's name speaks louder than the path. The first page is never a product. */
export function hintOf(url: URL, file: Hint): Hint {
  if (url.pathname === '/' && url.search === '')
    return 'other'
  const path = pathHint(url)
  return file === 'product' || path === 'product' ? 'product' : file ?? path
}

/** Members from the beginning, the middle and the end: neighbours in a sitemap are often of one kind. */
function spread<Value>(values: readonly Value[], count: number): Value[] {
  if (values.length <= count)
    return [...values]
  return Array.from({ length: count }, (_, index) => values[Math.round(index * (values.length - 1) / (count - 1))]!)
}
