import type { OpenApiDocument } from '../../server/http/openapi/document.ts'
import type { JsonSchema } from '../../server/http/openapi/json-schema.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Problem } from '../../server/contract/problem.ts'
import { exampleOf } from '../../server/http/reference/operation-view.ts'
import { createTestApi } from './support/api.ts'

const { app } = createTestApi()
const document = await (await app.request('/openapi.json')).json() as OpenApiDocument
const operations = Object.entries(document.paths)
  .flatMap(([path, methods]) => Object.entries(methods).map(([method, operation]) => ({ ...operation, name: operation.operationId, path, method: method.toUpperCase() })))
  // An endless stream has tests of its own.
  .filter(({ operationId }) => operationId !== 'listenToChanges')

/** Strings that have broken other programs, besides random ones. */
const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.constantFrom('', '__proto__', 'constructor', '\u0000', '\uD800', '../../etc/passwd', '%00', '\'; DROP TABLE job; --', '<script>alert(1)</script>', '=1+1', 'NaN', '-0', '1e400', '9'.repeat(400), 'https://a.example/', 'https://a:b@c.example/', 'javascript:alert(1)', '2026-11-23T09:00:00Z'),
)

/** Values that fit a schema in part: the right shape with wrong things in it, now and then. */
function near(schema: JsonSchema, depth = 0): fc.Arbitrary<unknown> {
  const anything = fc.oneof(nasty, fc.jsonValue({ maxDepth: 2 }), fc.integer(), fc.double())
  if (depth > 5)
    return anything
  const fitting = fittingOf(schema, depth)
  return fc.oneof({ weight: 6, arbitrary: fitting }, { weight: 1, arbitrary: anything })
}

function fittingOf(schema: JsonSchema, depth: number): fc.Arbitrary<unknown> {
  if (schema.$ref)
    return near(document.components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {}, depth + 1)
  const choices = (schema.oneOf ?? schema.anyOf)
  if (choices)
    return fc.oneof(...choices.map(choice => near(choice, depth + 1)))
  if (schema.enum)
    return fc.constantFrom(...schema.enum)
  if (schema.const !== undefined)
    return fc.constant(schema.const)
  if (schema.type === 'array')
    return fc.array(near((schema.items ?? {}) as JsonSchema, depth + 1), { maxLength: 4 })
  if (schema.type === 'object') {
    const entries = Object.entries(schema.properties ?? { x: {} }).map(([name, property]) => [name, near(property as JsonSchema, depth + 1)] as const)
    const model: Record<string, fc.Arbitrary<unknown>> = Object.fromEntries(entries)
    return fc.oneof({ weight: 4, arbitrary: fc.record(model, { requiredKeys: schema.required ?? [] }) }, { weight: 1, arbitrary: fc.record(model, { requiredKeys: [] }) })
  }
  if (schema.type === 'integer' || schema.type === 'number') {
    const min = schema.minimum ?? 0
    return fc.oneof({ weight: 4, arbitrary: fc.integer({ min, max: Math.min(schema.maximum ?? Infinity, min + 300) }) }, { weight: 1, arbitrary: fc.double() })
  }
  if (schema.type === 'boolean')
    return fc.boolean()
  const usual = schema.format === 'date-time' ? '2026-11-23T09:00:00.000Z' : 'https://a.example/'
  return fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: nasty })
}

describe.each(operations)('$method $path', (operation) => {
  const { path, method, parameters = [], requestBody, responses } = operation
  const body = requestBody?.content['application/json']?.schema
  const example = body && exampleOf(body, document)

  test('answers whatever it is sent with a status that it declares, and never with a 5xx', async () => {
    const request = fc.record({
      path: fc.tuple(...parameters.filter(parameter => parameter.in === 'path').map(({ schema }) => near(schema).map(String))),
      needed: fc.tuple(...parameters.filter(parameter => parameter.in === 'query' && parameter.required).map(({ name, schema }) => near(schema).map(value => [name, String(value)] as const))),
      query: fc.array(fc.tuple(fc.oneof(fc.constantFrom(...parameters.map(({ name }) => name), 'other'), nasty), nasty), { maxLength: 4 }),
      body: body ? fc.oneof({ weight: 9, arbitrary: near(body) }, { weight: 1, arbitrary: fc.constant(example ?? {}) }) : fc.constant(undefined),
    })
    let accepted = 0
    await fc.assert(fc.asyncProperty(request, async ({ path: segments, needed, query, body: sent }) => {
      let index = 0
      const target = path.replaceAll(/\{\w+\}/g, () => encodeURIComponent((segments[index++] ?? '').toWellFormed()) || 'x')
      const search = new URLSearchParams([...needed, ...query].map(([name, value]) => [name.toWellFormed(), value.toWellFormed()]))
      const response = await app.request(`${target}?${search}`, {
        method,
        ...sent === undefined ? {} : { body: JSON.stringify(sent), headers: { 'content-type': 'application/json' } },
      })
      const text = await response.text()
      accepted += response.ok ? 1 : 0
      expect(response.status, text).toBeLessThan(500)
      expect(Object.keys(responses), `${response.status} ${text}`).toContain(String(response.status))
      if (response.status >= 400 && response.status !== 416)
        expect(Problem.safeParse(JSON.parse(text)).error).toBeUndefined()
    }), { seed: 20261123, numRuns: 200 })
    // Else only the gate was tried, never the room behind it; the fake export has no file.
    if ((!body || example !== undefined) && path !== '/api/export/{jobId}')
      expect(accepted).toBeGreaterThan(0)
  })
})
