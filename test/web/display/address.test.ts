import { expect, test } from 'vitest'
import { parseQuery } from 'vue-router'
import { addressOf } from '../../../web/display/address.ts'

test('an address has what is set of its query, as the router reads it', () => {
  const query = { status: 'failed', cause: 'http-status: 4xx & more + ü', brandId: undefined }
  const [path, text] = addressOf('/jobs', query).split('?')
  expect(path).toBe('/jobs')
  expect({ ...parseQuery(text!) }).toEqual({ status: 'failed', cause: 'http-status: 4xx & more + ü' })
  expect(addressOf('/jobs', { tag: undefined })).toBe('/jobs')
})
