import { expect, test } from 'vitest'
import { jsonFault } from '../../../web/display/json-fault.ts'

function faultOf(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch (error) {
    return error
  }
}

test('a text that is no JSON says where it stops being one, where the engine tells', () => {
  expect(jsonFault(faultOf('{\n  "a": 1,\n  "b" 2\n}'))).toEqual({ line: 3, column: 7 })
  expect(jsonFault(new SyntaxError('JSON.parse: unexpected character at line 1 column 2 of the JSON data'))).toEqual({ line: 1, column: 2 })
  expect(jsonFault(faultOf(''))).toBeNull()
})
