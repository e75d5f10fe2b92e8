import type { ProductField, Recipe, RecipeRule } from '../../server/contract/index.ts'

/** A rule as the form holds it: every box is text, an empty one means "not set". */
export interface RuleDraft {
  field: ProductField
  selector: string
  attribute: string
  pattern: string
  transform: RecipeRule['transform'] | 'none'
  all: boolean
}
export interface RecipeDraft { rules: RuleDraft[], start: string, productLink: string, nextPage: string }
export type DraftFault = 'selectorRequired' | 'selectorInvalid' | 'patternInvalid' | 'urlInvalid'

export function toDraft(recipe: Recipe | null): RecipeDraft {
  return {
    rules: Object.entries(recipe?.fields ?? {}).map(([field, rule]) => ({
      field: field as ProductField,
      selector: rule.selector,
      attribute: rule.attribute ?? '',
      pattern: rule.pattern ?? '',
      transform: rule.transform ?? 'none',
      all: rule.all ?? false,
    })),
    start: (recipe?.listing?.start ?? []).join('\n'),
    productLink: recipe?.listing?.productLink ?? '',
    nextPage: recipe?.listing?.nextPage ?? '',
  }
}

function toRule(draft: RuleDraft): RecipeRule {
  return {
    selector: draft.selector.trim(),
    ...(draft.attribute.trim() ? { attribute: draft.attribute.trim() } : {}),
    ...(draft.pattern ? { pattern: draft.pattern } : {}),
    ...(draft.transform && draft.transform !== 'none' ? { transform: draft.transform } : {}),
    ...(draft.all ? { all: true } : {}),
  }
}

/** The recipe that a draft describes; null when it says nothing. */
export function toRecipe(draft: RecipeDraft): Recipe | null {
  const start = startUrls(draft)
  const hasListing = start.length > 0 || draft.productLink.trim() !== '' || draft.nextPage.trim() !== ''
  if (draft.rules.length === 0 && !hasListing)
    return null
  return {
    fields: Object.fromEntries(draft.rules.map(rule => [rule.field, toRule(rule)])),
    ...(hasListing
      ? {
          listing: {
            start,
            ...(draft.productLink.trim() ? { productLink: draft.productLink.trim() } : {}),
            ...(draft.nextPage.trim() ? { nextPage: draft.nextPage.trim() } : {}),
          },
        }
      : {}),
  }
}

export function startUrls(draft: Pick<RecipeDraft, 'start'>): string[] {
  return draft.start.split('\n').map(line => line.trim()).filter(line => line !== '')
}

/** What is wrong with a draft, by the path of its box; empty when it can be saved. `isSelector` asks the browser. */
export function draftFaults(draft: RecipeDraft, isSelector: (selector: string) => boolean): Record<string, DraftFault> {
  const faults: Record<string, DraftFault> = {}
  for (const rule of draft.rules) {
    if (rule.selector.trim() === '')
      faults[`fields.${rule.field}.selector`] = 'selectorRequired'
    else if (!isSelector(rule.selector))
      faults[`fields.${rule.field}.selector`] = 'selectorInvalid'
    if (rule.pattern !== '' && !isPattern(rule.pattern))
      faults[`fields.${rule.field}.pattern`] = 'patternInvalid'
  }
  for (const box of ['productLink', 'nextPage'] as const) {
    if (draft[box].trim() !== '' && !isSelector(draft[box]))
      faults[`listing.${box}`] = 'selectorInvalid'
  }
  if (startUrls(draft).some(url => !URL.canParse(url)))
    faults['listing.start'] = 'urlInvalid'
  return faults
}

function isPattern(pattern: string): boolean {
  try {
    return new RegExp(pattern, 'u') instanceof RegExp
  }
  catch {
    return false
  }
}
