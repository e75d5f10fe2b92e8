import { expect, test } from 'vitest'
import { readSource } from './source-files.ts'

const readme = readSource('README.md')
const { scripts, dependencies, devDependencies } = JSON.parse(readSource('package.json')) as Record<'scripts' | 'dependencies' | 'devDependencies', Record<string, string>>

/** Shortened in the table: `SCRAPE_BRAND_CONCURRENCY`, `…_ATTEMPTS`. */
function isNamed(variable: string): boolean {
  return readme.includes(`\`${variable}\``) || (variable.endsWith('_ATTEMPTS') && readme.includes(`\`${variable.replace('_ATTEMPTS', '_CONCURRENCY')}\`, \`…_ATTEMPTS\``))
}

test('the README names every variable of the configuration', () => {
  const variables = [...readSource('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, name]) => name!)
  expect(variables.length).toBeGreaterThan(20)
  expect(variables.filter(name => name !== 'NODE_ENV' && !isNamed(name))).toEqual([])
})

test('the README gives the reason of every direct dependency, and of no other', () => {
  const table = readme.slice(readme.indexOf('## Dependencies'), readme.indexOf('## When something is wrong'))
  const named = [...table.matchAll(/^\|([^|]+)\|/gm)].flatMap(([, cell]) => [...cell!.matchAll(/`([^`]+)`/g)].map(([, name]) => name!)).filter(name => !name.includes('*'))
  const direct = [...Object.keys(dependencies), ...Object.keys(devDependencies).filter(name => !name.startsWith('@types/'))]
  expect(named.sort()).toEqual(direct.sort())
})

test('every npm script that the README names exists', () => {
  const named = [...readme.matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name!)
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter(name => !(name in scripts))).toEqual([])
})
