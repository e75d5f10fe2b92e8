import type { EvidenceByField } from '../contract/evidence.ts'
import type { PageFailure } from '../contract/job-types.ts'
import type { ProductDraft } from '../contract/product.ts'
import type { FieldTest, RecipeTest, RecipeTestResult, ShopProbe, ShopProbeResult } from '../contract/trial.ts'
import type { DiscoveredProduct, DiscoveryReport, Scraper, ScrapeRun } from '../scrape/ports.ts'
import type { BrandStore } from '../store/brand-store.ts'
import { openEvidence } from '../contract/evidence.ts'
import { minorToDecimal } from '../contract/money.ts'
import { ProductField } from '../contract/recipe.ts'
import { tell } from '../contract/told.ts'
import { AppError, toFailure } from '../errors.ts'

export interface TrialServiceDeps {
  brands: Pick<BrandStore, 'shop'>
  scraper: Pick<Scraper, 'open'>
}

/** Somebody waits for the answer in front of a form. */
const longestMs = 45_000
/** Enough to know a shop by. */
const probedProducts = 250

export interface TrialService {
  /** Reads one page as layer 2 would and shows every field with its evidence. A page that cannot be read is an answer, not an error. */
  testRecipe: (request: RecipeTest, signal: AbortSignal) => Promise<RecipeTestResult>
  /** Looks at a shop as layer 1 would, for a few seconds and products. */
  probe: (request: ShopProbe, signal: AbortSignal) => Promise<ShopProbeResult>
}

export function createTrialService({ brands, scraper }: TrialServiceDeps): TrialService {
  return {
    async testRecipe({ url, recipe, brandId }, caller) {
      const brand = brandId === undefined ? null : await brands.shop(brandId)
      const signal = AbortSignal.any([caller, AbortSignal.timeout(longestMs)])
      await using run = scraper.open({ url: brand?.url ?? url, recipe: recipe ?? brand?.recipe ?? null, settings: brand?.settings ?? {} })
      const reading = await run.read(url, { memory: null, signal })
      const fields = reading.draft ? fieldsOf(reading.draft, reading.url, openEvidence(reading.evidence)) : []
      const known = new Set(fields.map(({ field }) => field))
      return {
        url: reading.url,
        failure: reading.failure,
        draft: reading.draft,
        fields,
        missing: ProductField.options.filter(field => !known.has(field)),
      }
    },

    async probe({ url }, caller) {
      const signal = AbortSignal.any([caller, AbortSignal.timeout(longestMs)])
      await using run = scraper.open({ url, recipe: null, settings: {} })
      const met: DiscoveredProduct[] = []
      const { report, failure } = await look(run, met, url, signal)
      const fetch = run.report()
      return {
        url,
        strategy: report?.strategy ?? null,
        platform: report?.platform ?? null,
        found: met.length,
        more: met.length >= probedProducts || (failure?.code === 'timeout' && met.length > 0),
        currency: mostFrequent(met.map(({ draft }) => draft.currency)),
        robots: fetch.robots,
        robotsTold: fetch.robotsTold,
        samples: met.slice(0, 5).map(product => ({ url: product.url, name: product.draft.name ?? null })),
        failure: failure ?? report?.failures[0] ?? null,
        fetch,
      }
    },
  }
}

/** What cut a look short is a part of its answer; what was met until then counts. */
async function look(run: ScrapeRun, met: DiscoveredProduct[], url: string, signal: AbortSignal): Promise<{ report: DiscoveryReport | null, failure: PageFailure | null }> {
  try {
    const discovery = run.discover({ maxProducts: probedProducts, signal, onProgress: () => {} })
    for (;;) {
      const step = await discovery.next()
      if (step.done)
        return { report: step.value, failure: null }
      met.push(...step.value)
    }
  }
  catch (error) {
    const known = signal.aborted ? new AppError('timeout', tell('probe-too-long'), { cause: error, retryable: true }) : error
    return { report: null, failure: { ...toFailure(known), url, status: null } }
  }
}

/** Each field that has evidence, with its value as people read it. */
function fieldsOf(draft: ProductDraft, url: string, evidence: EvidenceByField): FieldTest[] {
  const text: Partial<Record<ProductField, string | null>> = {
    ...Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, asText(value)])),
    price: draft.priceMinor === null ? null : minorToDecimal(draft.priceMinor, draft.currency),
    listPrice: draft.listPriceMinor === null ? null : minorToDecimal(draft.listPriceMinor, draft.currency),
    url,
  }
  return ProductField.options.flatMap(field => evidence[field] ? [{ field, value: text[field] ?? '', evidence: evidence[field] }] : [])
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined)
    return null
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function mostFrequent(values: (string | null | undefined)[]): string | null {
  const known = Map.groupBy(values.filter(value => value !== null && value !== undefined), value => value)
  return [...known].toSorted(([, a], [, b]) => b.length - a.length)[0]?.[0] ?? null
}
