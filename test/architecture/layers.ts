/** What one folder (or file) may import beside itself. A name stands for a file, a folder with all below it, or a package with its sub-paths. */
interface Layer {
  /** Anything. */
  any?: readonly string[]
  /** Types alone: ports and shapes, nothing that runs. */
  types?: readonly string[]
}

const ground = ['server/contract', 'server/errors.ts'] as const
const tools = ['server/log.ts', 'server/clock.ts'] as const
const composition = ['server', 'zod'] as const

/** The import table of the architecture. The longest name that fits a file decides; what is not listed is forbidden. `node:` is free on the server. */
export const layers: Readonly<Record<string, Layer>> = {
  'server/contract': { any: ['zod'] },
  'server/errors.ts': { any: ['server/contract'] },
  'server/clock.ts': {},
  'server/log.ts': { any: ['pino'] },
  'server/process-birth.ts': {},
  'server/config.ts': { any: ['server/contract', 'zod'] },
  'server/terminal.ts': { types: ['server/contract'] },
  'server/events': { types: ['server/contract'] },
  'server/store': {
    any: [...ground, 'zod', 'uuid', '@prisma/client', '@prisma/adapter-better-sqlite3', 'better-sqlite3'],
    types: [...tools, 'server/queue'],
  },
  'server/scrape': {
    any: [...ground, 'zod', 'undici', 'socks', 'linkedom', 'htmlparser2', 'domhandler', 'domutils', 'css-select', 'entities', 'ipaddr.js', 'server/scrape/render'],
    types: [...tools],
  },
  'server/scrape/render': { any: [...ground, 'server/scrape/fetch', 'server/scrape/url', 'playwright-core'], types: [...tools, 'server/scrape'] },
  'server/export': { any: [...ground, 'csv-stringify'], types: [...tools] },
  'server/jobs': { any: [...ground, 'zod'], types: [...tools, 'server/scrape', 'server/export', 'server/store', 'server/events', 'server/queue'] },
  'server/queue': { any: [...ground, 'server/jobs', 'server/process-birth.ts', 'zod', 'bullmq', 'ioredis', '@electric-sql/pglite'], types: [...tools, 'server/store', 'server/events'] },
  'server/http': {
    any: [...ground, 'zod', 'hono', '@hono/node-server', '@hono/zod-openapi', 'ws'],
    types: [...tools, 'server/jobs', 'server/events', 'server/export'],
  },
  'server/http/board.ts': { any: [...ground, 'server/http', 'hono', '@hono/node-server', '@bull-board'], types: ['server/queue', 'bullmq'] },
  'server/sample-shop': { any: ['server/contract', 'hono', '@hono/node-server'] },
  // The composition: files that put the parts together, and bring none of a part's libraries in themselves.
  'server/app.ts': { any: composition },
  'server/compose': { any: composition },
  'server/first-run.ts': { any: composition },
  'server/hazards.ts': { any: composition },
  'server/health.ts': { any: composition },
  'server/frugal.ts': {},
  'server/orphan.ts': {},
  'server/main.ts': { any: composition },
  'server/run.ts': { any: composition },
  'server/sample.ts': { any: composition },

  'web/api': { any: ['server/contract', 'openapi-fetch'] },
  'web/display': { any: ['server/contract'] },
  'web/i18n': { any: ['server/contract', 'vue-i18n'] },
  'web/stores': { any: ['server/contract', 'web/api', 'web/display', 'vue', 'pinia'] },
  'web/composables': { any: ['server/contract', 'web/stores', 'web/display', 'web/api', 'web/components/app/navigation.ts', 'vue', 'vue-router', 'vue-i18n', '@nuxt/ui', '@tanstack/vue-virtual'] },
  // A component shows what it is given: no store, no page, no request. An address to download from is not a request.
  'web/components': { any: ['server/contract', 'web/components/ui', 'web/components/chart', 'web/components/brand/RecipeJson.vue', 'web/composables', 'web/display', 'web/i18n', 'web/api/exports.ts', 'vue', 'vue-router', 'vue-i18n', '@nuxt/ui'], types: ['web/api'] },
  // The only one that checks what is typed against a schema.
  'web/components/brand/RecipeJson.vue': { any: ['server/contract', 'web/composables', 'zod', 'vue', 'vue-i18n', '@nuxt/ui'] },
  'web/components/chart': { any: ['server/contract', 'web/composables', 'web/api/exports.ts', 'vue', 'vue-i18n', '@nuxt/ui', 'uplot'] },
  'web/components/ui': { any: ['web/composables', 'web/display/badge-tones.ts', 'web/display/row-range.ts', 'vue', 'vue-i18n', '@nuxt/ui'], types: ['web/api/problem.ts', 'web/display'] },
  'web/pages': { any: ['server/contract', 'web/components', 'web/composables', 'web/display', 'web/stores', 'web/api', 'web/i18n', 'vue', 'vue-router', 'vue-i18n', '@nuxt/ui'] },
  'web/build': { types: ['vite'] },
  'web/App.vue': { any: ['web', 'vue', 'vue-i18n', 'vue-router', '@nuxt/ui'] },
  'web/main.ts': { any: ['web', 'vue', 'pinia', 'vue-router', 'vue-i18n', '@nuxt/ui'] },
  'web/router.ts': { any: ['web/pages', 'vue-router'] },
}

function covers(name: string, path: string): boolean {
  return path === name || path.startsWith(`${name}/`)
}

/** The name of the layer that a file belongs to. */
export function layerOf(path: string): string | undefined {
  return Object.keys(layers).filter(name => covers(name, path)).sort((a, b) => b.length - a.length)[0]
}

/** `target` is a path from the root of the checkout, or a package specifier. */
export function mayImport(path: string, target: string, isTypeOnly: boolean): boolean {
  const name = layerOf(path)
  if (name === undefined)
    return false
  if (covers(name, target) && layerOf(target) === name)
    return true
  if (target.startsWith('node:'))
    return path.startsWith('server/') ? !path.startsWith('server/contract/') : path.startsWith('web/build/')
  const { any = [], types = [] } = layers[name]!
  return [...any, ...isTypeOnly ? types : []].some(allowed => covers(allowed, target))
}
