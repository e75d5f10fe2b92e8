/** Rows whose words can be searched for: `<table>Document` gives each a number, `<table>Text` holds its words under it. */
export interface Documents {
  table: 'Job' | 'Product'
  /** SQL of the text, with the row as `r`. */
  text: string
}

/**
 * A word that stands for the brand in a product's text, so that a search in one brand does not look at the others. It
 * begins with a letter of private use, which nobody types.
 */
export function brandWord(brandId: string): string {
  return `\u{E000}${brandId.replaceAll('-', '')}`
}

/** The last part of the path: words before it, and the host, are in the addresses of a whole shop. */
const lastOfUrl = `replace(rtrim(r."url", '/'), rtrim(rtrim(r."url", '/'), replace(r."url", '/', '')), '')`

/** What identifies a product, the end of its address, and how its description begins. */
const products: Documents = {
  table: 'Product',
  text: `concat_ws(' ', char(57344) || replace(r."brandId", '-', ''), r."name", r."brandName", r."sku", r."mpn", r."gtin", ${lastOfUrl}, substr(r."description", 1, 300))`,
}

/** Id, type, brand, and the beginnings of data, error and result. */
const jobs: Documents = {
  table: 'Job',
  text: `concat_ws(' ', r."id", r."type", (SELECT b."name" FROM "Brand" b WHERE b."id" = r."brandId"), substr(r."data", 1, 1000), substr(r."error", 1, 1000), substr(r."result", 1, 1000))`,
}

export const documents: readonly Documents[] = [jobs, products]
