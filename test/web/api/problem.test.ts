import { expect, test } from 'vitest'
import { ApiProblem, problemOf, toProblem } from '../../../web/api/problem.ts'

test('a problem+json answer keeps its code, text and the message of each field', () => {
  const problem = problemOf({ status: 422, statusText: '' }, {
    type: '/reference#problem-invalid-input',
    title: 'The request has values that cannot be used',
    status: 422,
    detail: 'url: must be an http or https address',
    code: 'invalid-input',
    errors: [{ path: 'url', message: 'must be an http or https address' }, { path: 'url', message: 'second' }, { path: 'settings.delayMs', message: 'too long' }],
  })
  expect(problem.code).toBe('invalid-input')
  expect(problem.message).toBe('url: must be an http or https address')
  expect(problem.fields).toEqual({ 'url': { path: 'url', message: 'must be an http or https address' }, 'settings.delayMs': { path: 'settings.delayMs', message: 'too long' } })
})

test('an answer by a proxy whose server is away counts as offline', () => {
  expect(problemOf({ status: 502, statusText: 'Bad Gateway' }, '<html>').code).toBe('offline')
  expect(problemOf({ status: 504, statusText: 'Gateway Timeout' }, undefined).code).toBe('offline')
})

test('any other answer that is no problem+json counts as an error of the server', () => {
  const problem = problemOf({ status: 500, statusText: 'Internal Server Error' }, null)
  expect(problem.code).toBe('internal')
  expect(problem.message).toContain('500')
})

test('a request that never arrived counts as offline, whatever else was thrown as internal', () => {
  expect(toProblem(new TypeError('Failed to fetch')).code).toBe('offline')
  expect(toProblem(new Error('boom')).code).toBe('internal')
  expect(toProblem('boom').message).toBe('boom')
  const known = new ApiProblem({ code: 'conflict', status: 409, title: 'x' })
  expect(toProblem(known)).toBe(known)
})
