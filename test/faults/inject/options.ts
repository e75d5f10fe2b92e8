import type { Injection, InjectionName } from './injections.ts'
import process from 'node:process'

/** The replacements asked for in this process. */
export const asked = JSON.parse(process.env.FAULTS ?? '[]') as Injection[]

/** The settings of one of them. */
export function settingsOf<Settings>(name: InjectionName): Settings {
  return asked.find(each => each.name === name) as unknown as Settings
}
