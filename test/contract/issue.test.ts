import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { BulkOperationRequest } from '../../server/contract/bulk-operation.ts'
import { FlowRequest } from '../../server/contract/flow.ts'
import { issueError } from '../../server/contract/issue.ts'
import { fieldWords } from '../../server/contract/told/field-words.ts'
import { toldWords } from '../../server/contract/told/words.ts'
import { namedSchemas } from '../../server/http/openapi/schemas.ts'

const contractDir = fileURLToPath(new URL('../../server/contract', import.meta.url))

function errorsOf(schema: z.ZodType, value: unknown) {
  return schema.safeParse(value).error!.issues.map(issueError)
}

describe('what a schema says of a field is told as well', () => {
  test.each([
    [z.object({ a: z.string() }), {}, 'missing'],
    [z.string(), 7, 'not-a-text'],
    [z.number(), 'x', 'not-a-number'],
    [z.number().int(), 1.5, 'not-whole'],
    [z.array(z.string()), {}, 'not-a-list'],
    [z.object({}), [], 'not-an-object'],
    [z.boolean(), 1, 'not-a-switch'],
    [z.date(), 1, 'wrong-kind'],
    [z.string().min(1), '', 'empty'],
    [z.string().min(3), 'a', 'text-short'],
    [z.string().max(3), 'abcd', 'text-long'],
    [z.array(z.string()).min(1), [], 'empty'],
    [z.array(z.string()).max(1), ['a', 'b'], 'list-long'],
    [z.number().min(5), 4, 'at-least'],
    [z.number().max(5), 6, 'at-most'],
    [z.number().gt(5), 5, 'more-than'],
    [z.number().lt(5), 5, 'less-than'],
    [z.number().multipleOf(5), 6, 'not-a-multiple'],
    [z.url(), 'x', 'no-url'],
    [z.iso.datetime(), 'x', 'no-time'],
    [z.string().regex(/^a$/), 'b', 'wrong-form'],
    [z.enum(['a', 'b']), 'c', 'one-of'],
    [z.strictObject({}), { a: 1 }, 'unknown-fields'],
    [z.string().refine(() => false, 'some words'), 'x', 'wrong-value'],
    [z.string().refine(() => false, fieldWords['no-colon']), 'x', 'no-colon'],
  ])('%# %o refuses %j as %s', (schema, value, code) => {
    const [error] = errorsOf(schema, value)
    expect(error!.told).toMatchObject([{ code }])
    expect(error!.message).toMatch(/\w/)
  })

  test('its message stays the schema\'s own, its values come along', () => {
    expect(errorsOf(z.object({ n: z.number().max(16) }), { n: 17 })).toEqual([{ path: 'n', message: 'Too big: expected number to be <=16', told: [{ code: 'at-most', values: { n: 16 } }] }])
  })

  test('rules between fields are told by their codes, with the English words of them', () => {
    expect(errorsOf(BulkOperationRequest, { action: 'cancel', delayMs: 1 })).toEqual([
      { path: 'ids', message: 'give either ids or filter', told: [{ code: 'ids-or-filter' }] },
      { path: 'delayMs', message: 'only for retry', told: [{ code: 'retry-only' }] },
    ])
    const deep = [1, 2, 3, 4, 5].reduce<object>(child => ({ type: 'scrape-brand', data: { brandId: 'b' }, children: [child] }), { type: 'scrape-brand', data: { brandId: 'b' } })
    expect(errorsOf(FlowRequest, deep)).toEqual([{ path: 'children', message: 'a flow may be 5 jobs deep', told: [{ code: 'flow-too-deep', values: { n: 5 } }] }])
  })
})

describe('no words of ours without a code', () => {
  interface Def { error?: (issue: object) => unknown, [key: string]: unknown }

  /** The messages that a schema's author has written, wherever they stand in it. */
  function messagesIn(node: unknown, seen = new Set<unknown>()): string[] {
    if (typeof node !== 'object' || node === null || seen.has(node))
      return []
    seen.add(node)
    const def = '_zod' in node ? (node._zod as { def: Def }).def : null
    if (def === null)
      return (Array.isArray(node) ? node : Object.getPrototypeOf(node) === Object.prototype ? Object.values(node) : []).flatMap(each => messagesIn(each, seen))
    const own = def.error?.({ code: 'custom', input: undefined, path: [] })
    const parts = Object.entries(def).flatMap(([key, value]) => key === 'getter' ? messagesIn((value as () => unknown)(), seen) : messagesIn(value, seen))
    return [...typeof own === 'string' ? [own] : [], ...parts]
  }

  test('every message that is written into a schema of the API is one of the field words', () => {
    const messages = new Set(messagesIn(namedSchemas))
    expect(messages.size).toBeGreaterThan(6)
    expect([...messages].filter(message => !(Object.values(fieldWords) as string[]).includes(message))).toEqual([])
  })

  test('the walk sees a message wherever it stands', () => {
    const schema = z.object({ a: z.array(z.string().min(1, 'first').refine(() => true, 'second')).optional() }).refine(() => true, { error: 'third' })
    expect(messagesIn({ nested: z.union([z.lazy(() => schema), z.url({ error: 'fourth' })]) }).sort()).toEqual(['first', 'fourth', 'second', 'third'])
  })

  test('issues between fields are added through `refuse` alone', () => {
    const adding = readdirSync(contractDir, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.ts') && /\baddIssue\(|\.issues\.push\(/.test(readFileSync(join(contractDir, file), 'utf8')))
    expect(adding).toEqual(['issue.ts'])
  })

  test('no two texts share their code', () => {
    const sources = readdirSync(join(contractDir, 'told'), { encoding: 'utf8' }).filter(file => file.endsWith('-words.ts')).map(file => readFileSync(join(contractDir, 'told', file), 'utf8'))
    const codes = sources.flatMap(source => [...source.matchAll(/^ {2}'([\w-]+)':/gm)].map(match => match[1]!))
    expect(codes.length).toBeGreaterThan(250)
    expect(codes.length).toBe(Object.keys(toldWords).length)
  })
})
