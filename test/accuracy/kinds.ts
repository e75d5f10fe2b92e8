import type { CaseKind } from './kind.ts'
import { breadcrumb } from './kinds/breadcrumb.ts'
import { charset } from './kinds/charset.ts'
import { brand, gtin, price, rating } from './kinds/fields.ts'
import { robots } from './kinds/robots.ts'
import { schema } from './kinds/schema.ts'
import { ssrf } from './kinds/ssrf.ts'
import { url } from './kinds/url.ts'

/** Every kind of case file that `--kind` knows; a new kind is one file and one line. */
export const kinds: Readonly<Record<string, CaseKind>> = { price, brand, rating, gtin, breadcrumb, robots, charset, url, ssrf, schema }
