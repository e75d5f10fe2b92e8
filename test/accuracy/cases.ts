import type { CaseKind, Outcome, Row } from './kind.ts'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface FieldCount {
  right: number
  total: number
}

export interface CasesReport {
  file: string
  kind: string
  /** Cases of which every field is right, of those that could be run and are not known failures of their own library. */
  right: number
  total: number
  /** Known failures of the cases' own library that come out right here. */
  knownFailuresRight: number
  knownFailures: number
  skipped: number
  fields: Record<string, FieldCount>
  misses: Outcome[]
}

/**
 * Runs every case of a file: JSON or a line of JSON each; a list of objects, of lists in the order of the kind's columns, or of
 * texts (taken as `{ value }`). Throws when not one of them has what the kind reads.
 */
export function scoreCases(file: string, kindName: string, kind: CaseKind): CasesReport {
  const rows = rowsOf(parse(readFileSync(file, 'utf8'))).map(row => toRow(row, kind.columns ?? []))
  const report: CasesReport = { file, kind: kindName, right: 0, total: 0, knownFailuresRight: 0, knownFailures: 0, skipped: 0, fields: {}, misses: [] }
  for (const row of rows)
    addCase(report, kind.run(row, dirname(file)), kind.isKnownFailure?.(row) ?? false)
  if (report.total + report.knownFailures === 0 && rows.length > 0 && kind.needsFiles !== true)
    throw new TypeError(`not one of its ${rows.length} cases could be run: a case of kind ${kindName} has ${kind.reads}; the first one here has ${Object.keys(rows[0] ?? {}).join(', ')}`)
  return report
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  }
  catch (error) {
    const lines = text.split('\n').filter(line => line.trim() !== '')
    if (lines.length < 2 || !/^[[{"]/.test(lines[0]?.trim() ?? ''))
      throw error
    return lines.map(line => JSON.parse(line) as unknown)
  }
}

/** A list, an object of cases by name, or either of them under `cases`, `rows` or `items` beside a few words about the file. */
function rowsOf(parsed: unknown): unknown[] {
  if (Array.isArray(parsed))
    return parsed
  if (typeof parsed !== 'object' || parsed === null)
    throw new TypeError('a file of cases holds a list, or an object of cases by name')
  const { cases, rows, items } = parsed as Readonly<Record<string, unknown>>
  const inner = [cases, rows, items].find(each => Array.isArray(each))
  return Array.isArray(inner) ? inner : Object.values(parsed)
}

function toRow(value: unknown, columns: readonly string[]): Row {
  if (Array.isArray(value))
    return Object.fromEntries(value.map((each, index) => [columns[index] ?? String(index), each as unknown]))
  return typeof value === 'object' && value !== null ? value as Row : { value }
}

function addCase(report: CasesReport, outcomes: Outcome[], isKnownFailure: boolean): void {
  if (outcomes.length === 0) {
    report.skipped++
    return
  }
  const isRight = outcomes.every(each => each.isRight)
  if (isKnownFailure) {
    report.knownFailures++
    report.knownFailuresRight += Number(isRight)
    return
  }
  report.total++
  report.right += Number(isRight)
  for (const each of outcomes) {
    const field = report.fields[each.field] ??= { right: 0, total: 0 }
    field.total++
    field.right += Number(each.isRight)
    if (!each.isRight)
      report.misses.push(each)
  }
}
