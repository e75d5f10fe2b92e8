import type { Bench } from './bench.ts'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { benches } from './registry.ts'
import { remember, toMarkdown } from './results.ts'

const usage = `Measures Gleaner: npm run bench -- [NAME]… [--long]

  NAME      only these; all when absent
  --long    the full size (minutes), written to test/bench/RESULTS….md; else seconds each, printed only

${benches.map(({ name, title }) => `  ${name.padEnd(10)} ${title}`).join('\n')}
`

const resultsFile = ({ file = 'RESULTS.md' }: Bench) => fileURLToPath(new URL(file, import.meta.url))

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { long: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } } })
  if (values.help)
    return void console.log(usage)
  const unknown = positionals.filter(name => benches.every(bench => bench.name !== name))
  if (unknown.length > 0)
    throw new Error(`There is no bench ${unknown.join(', ')}.\n\n${usage}`)
  for (const bench of benches.filter(({ name }) => positionals.length === 0 || positionals.includes(name))) {
    const report = await bench.run({ long: values.long, say: line => console.error(`  ${line}`) })
    const section = toMarkdown(bench, report, new Date())
    console.log(`${section}\n`)
    if (values.long)
      await remember(resultsFile(bench), bench, section)
  }
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
