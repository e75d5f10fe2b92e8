import { Told } from '../contract/told.ts'
import { readJson } from './json.ts'

/** What a text beside this column says; undefined of rows that are older than the column. */
export function readTold(text: string | null): Told | undefined {
  return readJson(Told, text, null) ?? undefined
}

/** As a column. */
export function writeTold(told: Told): string {
  return JSON.stringify(told)
}
