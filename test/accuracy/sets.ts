/** The data sets that a plain `npm run accuracy` scores, below ../shared/data. */
export const pageSets: readonly { folder: string }[] = [{ folder: 'product-extraction-benchmark' }]

export const caseSets: readonly { file: string, kind: string }[] = [
  { file: 'price-parser/price-parser.json', kind: 'price' },
  { file: 'zyte-parsers/brand_values.json', kind: 'brand' },
  { file: 'zyte-parsers/rating_values.json', kind: 'rating' },
  { file: 'zyte-parsers/gtin.json', kind: 'gtin' },
  { file: 'zyte-parsers/breadcrumb_items_extract.json', kind: 'breadcrumb' },
  { file: 'schemaorg-examples/examples.json', kind: 'schema' },
  { file: 'robotstxt-spec-test/cases.json', kind: 'robots' },
  { file: 'google-robotstxt/cases.json', kind: 'robots' },
  { file: 'html5lib-encoding/html5lib-encoding.json', kind: 'charset' },
  { file: 'w3lib/encoding_cases.json', kind: 'charset' },
  { file: 'w3lib/url_cases.json', kind: 'url' },
  { file: 'ssrf/ipaddrjs_ranges.json', kind: 'ssrf' },
  { file: 'ssrf/payloadsallthethings_urls.json', kind: 'ssrf' },
  { file: 'ssrf/payloadsallthethings_cloud_metadata.json', kind: 'ssrf' },
]
