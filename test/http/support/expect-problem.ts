import type { ErrorCode } from '../../../server/contract/problem.ts'
import { expect } from 'vitest'
import { Problem } from '../../../server/contract/problem.ts'

/** Asserts an RFC 9457 answer of ours and gives it back. */
export async function expectProblem(response: Response, status: number, code: ErrorCode): Promise<Problem> {
  const text = await response.text()
  expect(response.headers.get('content-type'), text).toBe('application/problem+json')
  const problem = Problem.parse(JSON.parse(text))
  expect({ status: response.status, code: problem.code, told: problem.status }).toEqual({ status, code, told: status })
  expect(problem.type).toBe(`/reference#problem-${code}`)
  expect(response.headers.get('x-request-id')).toMatch(/^[\w-]+$/)
  return problem
}
