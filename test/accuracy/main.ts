import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { ablations } from './ablation.ts'
import { scoreCases } from './cases.ts'
import { dropsBelow, readFloors } from './floors.ts'
import { kinds } from './kinds.ts'
import { scorePages } from './pages.ts'
import { scoreWithoutPrices } from './price-removed.ts'
import { ablationMarkdown, casesMarkdown, pagesMarkdown, withoutPricesMarkdown } from './report.ts'
import { caseSets, pageSets } from './sets.ts'

/**
 * `npm run accuracy` scores every public data set beside the repository, writes RESULTS.md and fails on a drop below the
 * floors. `-- --data DIR` scores one folder of pages, `-- --cases FILE --kind KIND` one file of cases; both only print.
 */
const { values } = parseArgs({ options: { data: { type: 'string' }, cases: { type: 'string' }, kind: { type: 'string' } } })
const out = (text: string) => process.stdout.write(`${text}\n`)

try {
  if (values.data !== undefined)
    out(pagesMarkdown(values.data, scorePages(values.data)))
  else if (values.cases !== undefined)
    scoreOne(values.cases, values.kind ?? '')
  else
    scoreAll()
}
catch (error) {
  process.stderr.write(`${values.data ?? values.cases ?? 'The public data'} could not be scored: ${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

function scoreOne(file: string, kindName: string): void {
  const kind = kinds[kindName]
  if (!kind) {
    process.stderr.write(`--kind must be one of ${Object.keys(kinds).join(', ')}\n`)
    process.exitCode = 2
    return
  }
  out(casesMarkdown([{ name: file, report: scoreCases(file, kindName, kind) }]))
}

function scoreAll(): void {
  const root = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
  if (!existsSync(root)) {
    out('No public data beside the repository (../shared/data): nothing to score.')
    return
  }
  const pages = pageSets.filter(set => existsSync(join(root, set.folder))).map(set => ({ ...set, report: scorePages(join(root, set.folder)) }))
  const cases = caseSets.filter(set => existsSync(join(root, set.file))).map(set => ({ name: set.file, report: scoreCases(join(root, set.file), set.kind, kinds[set.kind]!) }))
  const withoutPrices = pages.map(set => scoreWithoutPrices(join(root, set.folder), set.report))
  const markdown = ['# Accuracy', '', 'Written by `npm run accuracy`. The data lies beside the repository and is not part of it.', '', ...pages.flatMap((set, index) => [pagesMarkdown(set.folder, set.report), withoutPricesMarkdown(withoutPrices[index]!), ablationMarkdown(ablations.map(each => ({ name: each.name, report: scorePages(join(root, set.folder), each.strip) })))]), casesMarkdown(cases)].join('\n')
  out(markdown)
  for (const { folder, report } of pages)
    out(`${folder}: ${report.millisecondsPerPage.toFixed(1)} ms a page`)
  writeFileSync(fileURLToPath(new URL('RESULTS.md', import.meta.url)), markdown)
  const drops = dropsBelow(readFloors(readFileSync(new URL('floors.json', import.meta.url), 'utf8')), pages, cases)
  for (const drop of drops)
    process.stderr.write(`${drop}\n`)
  process.exitCode = drops.length > 0 ? 1 : 0
}
