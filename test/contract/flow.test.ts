import type { FlowNode } from '../../server/contract/flow.ts'
import { expect, test } from 'vitest'
import { flowLimits, FlowRequest } from '../../server/contract/flow.ts'

const leaf = (given: Partial<FlowNode> = {}) => ({ type: 'export-csv', data: {}, ...given }) as FlowNode
const chain = (depth: number): FlowNode => depth === 1 ? leaf() : leaf({ children: [chain(depth - 1)] })
const paths = (body: unknown) => FlowRequest.safeParse(body).error?.issues.map(issue => issue.path.join('.'))

test('a tree and a preset are understood', () => {
  const tree = { type: 'export-csv', data: {}, children: [{ type: 'scrape-product-details', data: { brandId: 'b' }, onFailure: 'ignore', children: [{ type: 'scrape-brand', data: { brandId: 'b' }, delayMs: 5 }] }] }
  expect(FlowRequest.parse(tree)).toEqual(tree)
  const preset = { preset: 'refresh-and-export', brandId: 'b', filename: 'x', priority: 4, tags: ['nightly'] }
  expect(FlowRequest.parse(preset)).toEqual(preset)
})

test('as deep and as large as allowed, not more', () => {
  expect(paths(chain(flowLimits.depth))).toBeUndefined()
  expect(paths(chain(flowLimits.depth + 1))).toBeDefined()
  expect(paths(leaf({ children: Array.from({ length: flowLimits.jobs - 1 }, () => leaf()) }))).toBeUndefined()
  expect(paths(leaf({ children: [leaf({ children: Array.from({ length: flowLimits.jobs - 1 }, () => leaf()) })] }))).toBeDefined()
})

test.each([
  ['neither', {}],
  ['an unknown preset', { preset: 'everything', brandId: 'b' }],
  ['a preset without brand', { preset: 'refresh-and-export' }],
  ['a child of no known type', leaf({ children: [{ type: 'fly', data: {} } as unknown as FlowNode] })],
  ['a child with wrong data', leaf({ children: [{ type: 'scrape-brand', data: {} } as unknown as FlowNode] })],
  ['an unknown failure policy', { ...leaf(), onFailure: 'shrug' }],
  ['a delayed job that waits for another', leaf({ delayMs: 1, children: [leaf()] })],
  ['children that are no list', { ...leaf(), children: leaf() }],
])('%s is refused', (_, body) => {
  expect(FlowRequest.safeParse(body).success).toBe(false)
})
