/** How far a running job has come. */
export const progressWords = {
  'pages-done': '{done} of {total} pages',
  'pages-failed': '{n} failed',
  'missing-checked': '{done} of {total} missing products looked after',
  'rows-done': '{done} of {total} rows',
  'rows-written': '{n} row | {n} rows',
  'parts-done': '{done} of {total} parts',
  'reading-page': '{source} page {page}',
  'reading-collections': 'collection {n}',
  'reading-lists': 'lists: {n} page read | lists: {n} pages read',
  'reading-sitemap': 'sitemap: {n} file read | sitemap: {n} files read',
} as const
