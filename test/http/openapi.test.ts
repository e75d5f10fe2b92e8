import type { OpenApiDocument } from '../../server/http/openapi/document.ts'
import { readFile } from 'node:fs/promises'
import { createConfig, lintFromString } from '@redocly/openapi-core'
import { describe, expect, test } from 'vitest'
import { renderOpenApi } from '../../scripts/openapi.ts'
import { Problem } from '../../server/contract/problem.ts'
import { examples } from '../../server/http/openapi/examples.ts'
import { namedSchemas } from '../../server/http/openapi/schemas.ts'
import { createTestApi } from './support/api.ts'

async function document(): Promise<OpenApiDocument> {
  const response = await createTestApi().app.request('/openapi.json')
  expect(response.status).toBe(200)
  return await response.json() as OpenApiDocument
}

function operations({ paths }: OpenApiDocument) {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ ...operation, path, method })))
}

/** Every object of a JSON document, with the way to it. */
function* nodes(value: unknown, path = '#'): Generator<[string, Record<string, unknown>]> {
  if (typeof value !== 'object' || value === null)
    return
  if (!Array.isArray(value))
    yield [path, value as Record<string, unknown>]
  for (const [key, child] of Object.entries(value))
    yield* nodes(child, `${path}/${key.replaceAll('~', '~0').replaceAll('/', '~1')}`)
}

const rendered = Object.entries(await renderOpenApi())

describe('the OpenAPI document', () => {
  test.each(rendered)('web/api/%s is up to date (npm run openapi)', async (name, text) => {
    expect(await readFile(new URL(`../../web/api/${name}`, import.meta.url), 'utf8') === text).toBe(true)
  })

  test('is 3.1, with a title, a licence and chapters', async () => {
    const { openapi, info, tags } = await document()
    expect(openapi).toMatch(/^3\.1\.\d$/)
    expect(info).toMatchObject({ title: 'Gleaner', version: '1.2.3', license: { identifier: 'MIT' } })
    expect(tags.every(({ name, description }) => name && description)).toBe(true)
  })

  test('passes an independent validator, examples included', async () => {
    const config = await createConfig({
      extends: ['recommended-strict'],
      rules: {
        'no-invalid-schema-examples': 'error',
        'no-invalid-media-type-examples': 'error',
        // There is no login yet; /healthz cannot refuse; the live channel's type is no route's.
        'security-defined': 'off',
        'operation-4xx-response': 'off',
        'no-unused-components': 'off',
      },
    })
    const problems = await lintFromString({ source: JSON.stringify(await document()), absoluteRef: 'openapi.json', config })
    expect(problems.map(({ ruleId, message, location }) => `${ruleId} at ${location[0]?.pointer}: ${message}`)).toEqual([])
    const broken = JSON.stringify(await document()).replace('"in":"query"', '"in":"nowhere"')
    expect(await lintFromString({ source: broken, absoluteRef: 'openapi.json', config })).not.toEqual([])
  })

  test('every reference leads somewhere, and every component is referred to', async () => {
    const whole = await document()
    const references = [...nodes(whole)].flatMap(([, node]) => typeof node.$ref === 'string' ? [node.$ref] : [])
    const known = Object.keys(whole.components.schemas).map(name => `#/components/schemas/${name}`)
    expect([...new Set(references)].filter(reference => !known.includes(reference))).toEqual([])
    expect(known.filter(name => !references.includes(name))).toEqual(['#/components/schemas/LiveMessage'])
  })

  test('every operation has its own id, a summary, a known chapter and its path\'s parameters', async () => {
    const whole = await document()
    const all = operations(whole)
    expect(all.length).toBeGreaterThan(25)
    expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length)
    const chapters = whole.tags.map(({ name }) => name)
    for (const { path, summary, tags, parameters = [] } of all) {
      expect(summary.length, path).toBeGreaterThan(5)
      expect(chapters, path).toEqual(expect.arrayContaining(tags))
      const named = parameters.filter(parameter => parameter.in === 'path').map(({ name }) => name)
      expect(named, path).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))
    }
  })

  test('every operation lists the problems it may answer, as problem+json', async () => {
    for (const { path, method, responses, requestBody, parameters = [] } of operations(await document())) {
      const problems = Object.entries(responses).filter(([, { content }]) => content && 'application/problem+json' in content).map(([status]) => status)
      if (path === '/healthz')
        continue
      const needed = ['421', '500']
      if (requestBody)
        needed.push('400', '403', '413', '415', '422')
      if (method !== 'get')
        needed.push('403', '413', '415')
      if (path.includes('{id}') || path.includes('{jobId}'))
        needed.push('404')
      if (parameters.some(parameter => parameter.in === 'query'))
        needed.push('422')
      expect(problems, `${method} ${path}`).toEqual(expect.arrayContaining(needed))
    }
  })

  test('null is possible exactly where the contract says so', async () => {
    const { components: { schemas } } = await document()
    const properties = (name: string) => schemas[name]?.properties as Record<string, { anyOf?: { $ref?: string, type?: string }[] }>
    expect(properties('JobSummary').error?.anyOf).toEqual([{ $ref: '#/components/schemas/Failure' }, { type: 'null' }])
    expect(properties('Brand').recipe?.anyOf).toEqual([{ $ref: '#/components/schemas/Recipe' }, { type: 'null' }])
    expect(schemas.Failure).toMatchObject({ type: 'object', required: ['code', 'message', 'retryable'] })
    expect(schemas.Recipe?.type).toBe('object')
  })

  test.each(Object.entries(examples))('the example of %s is one', (name, example) => {
    expect(namedSchemas[name as keyof typeof examples].safeParse(example).error).toBeUndefined()
  })

  test('every route that answers is described, and the other way round', async () => {
    const { app } = createTestApi()
    const served = app.routes.filter(({ path, method }) => method !== 'ALL' && /^\/(?:api|healthz|readyz)/.test(path)).map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    const described = operations(await document()).map(({ method, path }) => `${method.toUpperCase()} ${path}`)
    expect([...new Set(served)].sort()).toEqual(described.sort())
  })

  test('an answer nobody declared would be seen: problems parse with the declared schema', async () => {
    const response = await createTestApi().app.request('/api/brands?limit=0')
    expect(Problem.safeParse(await response.json()).success).toBe(true)
  })
})

describe('the API reference', () => {
  test('is plain HTML without scripts or anything from elsewhere', async () => {
    const response = await createTestApi().app.request('/reference')
    expect(response.headers.get('content-type')).toBe('text/html; charset=UTF-8')
    const page = await response.text()
    expect(page).not.toMatch(/<script|<link (?!rel="icon" href="\/)|<img|<iframe|@import|url\(|\son\w+=/i)
    expect([...page.matchAll(/<a href="(?!#|\/)([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://www.rfc-editor.org/rfc/rfc9457'])
  })

  test('shows every operation, schema and problem, and every link within it leads somewhere', async () => {
    const whole = await document()
    const page = await (await createTestApi().app.request('/reference')).text()
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(operations(whole).map(({ operationId }) => operationId)))
    expect(ids).toEqual(expect.arrayContaining(Object.keys(whole.components.schemas).map(name => `schema-${name}`)))
    const links = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect([...new Set(links)].filter(id => !ids.includes(id))).toEqual([])
    const problem = await (await createTestApi().app.request('/api/nothing')).json() as Problem
    expect(ids).toContain(problem.type.split('#')[1])
  })

  test('tells calls for the address that people use', async () => {
    expect(await (await createTestApi({ publicUrl: 'https://gleaner.example' }).app.request('/reference')).text()).toContain('https://gleaner.example/api/brands')
    expect(await (await createTestApi().app.request('http://localhost:3000/reference')).text()).toContain('http://localhost:3000/api/brands')
  })
})
