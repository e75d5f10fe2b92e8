import { toldWords } from '../../../server/contract/told/words.ts'

/** What the server tells: in English, in its own words. */
export default {
  told: toldWords,
  toldName: '“{name}”',
  way: { 'sitemap': 'sitemap', 'listing': 'lists', 'first-page': 'first page' },
}
