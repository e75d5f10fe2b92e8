import type { Outcome } from './trial.ts'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { scenarios } from './registry.ts'
import { describe, toMarkdown } from './report.ts'
import { withoutMechanism } from './scenario.ts'
import { runTrial } from './trial.ts'

const usage = `Breaks a running Gleaner on purpose and checks that no accepted job is lost or done twice.

  npm run faults -- [--scenario NAME]… [--seed N]… [--long] [--without MECHANISM]

  --scenario NAME    only this one; repeat for several
  --seed N           of the random numbers, default 1; repeat for several runs
  --long             the full size (hours for all), written to test/faults/RESULTS.md; else seconds each
  --without NAME     with a mechanism switched off (${Object.keys(withoutMechanism).join(', ')}): must go red; the table in RESULTS.md says what was seen

Scenarios:
${scenarios.map(({ name, title }) => `  ${name.padEnd(18)} ${title}`).join('\n')}
`

const folder = fileURLToPath(new URL('../../node_modules/.cache/gleaner/faults/', import.meta.url))
const resultsFile = fileURLToPath(new URL('RESULTS.md', import.meta.url))

function readArguments() {
  const { values } = parseArgs({ options: {
    scenario: { type: 'string', multiple: true },
    seed: { type: 'string', multiple: true, default: ['1'] },
    long: { type: 'boolean', default: false },
    without: { type: 'string' },
    help: { type: 'boolean', default: false },
  } })
  const { without } = values
  if (without !== undefined && !Object.hasOwn(withoutMechanism, without))
    throw new Error(`There is no mechanism ${without}.`)
  const chosen = scenarios.filter(({ name, mechanisms = [] }) => values.scenario ? values.scenario.includes(name) : without === undefined || (mechanisms as string[]).includes(without))
  const unknown = values.scenario?.filter(name => scenarios.every(scenario => scenario.name !== name)) ?? []
  if (unknown.length > 0)
    throw new Error(`There is no scenario ${unknown.join(', ')}.`)
  return { ...values, chosen, seeds: values.seed.map(Number), without: without as keyof typeof withoutMechanism | undefined }
}

async function main(): Promise<void> {
  const { chosen, seeds, long, without, help } = readArguments()
  if (help)
    return void console.log(usage)
  await mkdir(folder, { recursive: true })
  const outcomes: Outcome[] = []
  for (const scenario of chosen) {
    for (const seed of seeds) {
      const outcome = await runTrial(scenario, { seed, size: long ? 'long' : 'short', without, say: line => console.log(`  ${line}`), keepLog: `${folder}${Date.now()}` })
      console.log(describe(scenario, outcome))
      outcomes.push(outcome)
      if ((long || without !== undefined) && outcome.unstarted === null)
        await remember(outcome)
    }
  }
  const red = outcomes.filter(outcome => !outcome.ok && outcome.skipped === null)
  console.log(`\n${outcomes.length - red.length} of ${outcomes.length} runs clean${red.length > 0 ? `; the servers' logs are in node_modules/.cache/gleaner/faults` : ''}`)
  process.exitCode = red.length > 0 ? 1 : 0
}

/** Long runs take hours: each is kept as it ends, and RESULTS.md is made anew from all that were kept; so are those without a mechanism. */
async function remember(outcome: Outcome): Promise<void> {
  await writeFile(`${folder}${outcome.without ? `without-${outcome.without}-` : ''}${outcome.scenario}-${outcome.seed}.json`, JSON.stringify(outcome, null, 2))
  const earlier = await readFile(resultsFile, 'utf8').catch(() => '')
  await writeFile(resultsFile, await toMarkdown(scenarios, folder, earlier))
}

await main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
})
