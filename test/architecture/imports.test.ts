import { posix } from 'node:path'
import { describe, expect, test } from 'vitest'
import { layerOf, mayImport } from './layers.ts'
import { importsOf, sourceFiles } from './source-files.ts'

const files = [...sourceFiles('server/**/*.ts'), ...sourceFiles('web/**/*.{ts,vue}')].filter(path => !path.endsWith('.d.ts'))
/** Read once, before any test: a busy machine takes a while for all of them. */
const imports = new Map(files.map(path => [path, importsOf(path)]))

function targetOf(path: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : specifier
}

describe('imports', () => {
  test('every source file belongs to a layer of the import table', () => {
    expect(files.length).toBeGreaterThan(100)
    expect(files.filter(path => layerOf(path) === undefined)).toEqual([])
  })

  test('no file imports what its layer may not', () => {
    const offences = [...imports].flatMap(([path, found]) => found
      .filter(({ specifier, isTypeOnly }) => !mayImport(path, targetOf(path, specifier), isTypeOnly))
      .map(({ specifier, isTypeOnly, line }) => `${path}:${line} imports ${isTypeOnly ? 'types of ' : ''}${specifier}`))
    expect(offences).toEqual([])
  })

  test('nothing imports a file around its own corner: no cycle between server files', () => {
    const graph = new Map([...imports].filter(([path]) => path.startsWith('server/')).map(([path, found]) => [path, found.filter(({ specifier, isTypeOnly }) => specifier.startsWith('.') && !isTypeOnly).map(({ specifier }) => targetOf(path, specifier))]))
    expect(cyclesOf(graph)).toEqual([])
  })
})

describe('the import table', () => {
  test.each([
    ['server/http/routes/job.routes.ts', 'bullmq', false],
    ['server/http/routes/job.routes.ts', '@prisma/client', true],
    ['server/scrape/read.ts', 'server/store/product-store.ts', true],
    ['server/jobs/export-csv.job.ts', 'server/export/exporter.ts', false],
    ['server/contract/job.ts', 'node:crypto', false],
    ['server/contract/job.ts', 'server/errors.ts', false],
    ['web/pages/JobsPage.vue', 'server/jobs/ports.ts', true],
    ['web/components/job/JobRow.vue', 'web/stores/live.ts', false],
    ['web/components/ui/DataTable.vue', 'server/contract/job.ts', false],
    ['server/unheard-of/file.ts', 'zod', false],
  ])('forbids %s to import %s', (path, target, isTypeOnly) => {
    expect(mayImport(path, target, isTypeOnly)).toBe(false)
  })

  test.each([
    ['server/http/board.ts', '@bull-board/hono', false],
    ['server/http/routes/job.routes.ts', 'hono/body-limit', false],
    ['server/jobs/export-csv.job.ts', 'server/export/exporter.ts', true],
    ['server/queue/workers.ts', 'bullmq', false],
    ['web/stores/job-list.ts', 'server/contract/job.ts', false],
  ])('lets %s import %s', (path, target, isTypeOnly) => {
    expect(mayImport(path, target, isTypeOnly)).toBe(true)
  })
})

/** Each cycle once, as `a → b → a`. */
function cyclesOf(graph: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (path: string, trail: string[]): void => {
    if (trail.includes(path)) {
      cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
      return
    }
    if (done.has(path))
      return
    for (const next of graph.get(path) ?? [])
      walk(next, [...trail, path])
    done.add(path)
  }
  for (const path of graph.keys())
    walk(path, [])
  return cycles
}
