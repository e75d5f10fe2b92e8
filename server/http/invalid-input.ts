import type { z } from 'zod'
import type { Issue } from '../contract/issue.ts'
import type { FieldError } from '../contract/problem.ts'
import { issueError } from '../contract/issue.ts'
import { InvalidInput } from '../errors.ts'

const MAX_ERRORS = 50

/** A union's own issue says only "Invalid input": the branch that got furthest explains more. */
function branches(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union' || issue.errors.length === 0)
    return [issue]
  const depth = (issues: Issue[]): number => Math.max(0, ...issues.map(({ path }) => path.length))
  const best = issue.errors.reduce((left, right) => depth(right) > depth(left) ? right : left)
  return best.flatMap(nested => branches({ ...nested, path: [...issue.path, ...nested.path] }))
}

/** One entry per field, `data.productIds.3`; `where` names the whole when there is no field (a body that is no object). */
function fieldErrors(error: z.core.$ZodError, where: string): FieldError[] {
  return error.issues.flatMap(branches).slice(0, MAX_ERRORS).map(issue => issueError({ ...issue, where }))
}

const names: Record<string, string> = { json: 'body', param: 'path', query: 'query', header: 'header' }

/** zod-openapi's hook: what the schemas refuse becomes one 422 that names every field. */
export function refuseInvalid(result: { success: true } | { success: false, target: string, error: z.core.$ZodError }): void {
  if (!result.success)
    throw new InvalidInput(fieldErrors(result.error, names[result.target] ?? result.target))
}
