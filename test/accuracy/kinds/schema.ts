import type { CaseKind } from '../kind.ts'
import { extractProduct } from '../../../server/scrape/extract/index.ts'
import { outcome, textOf } from '../kind.ts'

const SYNTAXES = ['microdata', 'rdfa', 'json'] as const

/** schema.org's examples: one product in three syntaxes, of which every two that name it must say the same price. */
export const schema: CaseKind = {
  reads: 'microdata, rdfa and json of one example',
  run(row) {
    const drafts = SYNTAXES.flatMap((syntax) => {
      const html = textOf(row[syntax])
      const draft = html ? extractProduct({ url: 'https://shop.example/', html }, { recipe: null }).draft : null
      return draft?.name && draft.priceMinor !== null ? [{ syntax, price: draft.priceMinor, name: draft.name }] : []
    })
    const [first, ...rest] = drafts
    return first ? rest.map(each => outcome(`${first.syntax} = ${each.syntax}`, row.types, `${first.name} ${first.price}`, `${each.name} ${each.price}`)) : []
  },
}
