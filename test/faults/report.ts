import type { Figure, Scenario } from './scenario.ts'
import type { Outcome } from './trial.ts'
import { readdir, readFile } from 'node:fs/promises'
import { cpus } from 'node:os'
import process from 'node:process'
import { elsewhere } from './elsewhere.ts'
import { mutationTable } from './mutations.ts'

/** For the terminal: a line of counts, the figures, and the first of what was wrong. */
export function describe({ title }: Scenario, outcome: Outcome): string {
  if (outcome.skipped !== null)
    return `– ${outcome.scenario}: skipped, ${outcome.skipped}`
  if (outcome.unstarted !== null)
    return `✗ ${outcome.scenario}: could not start, nothing was tried (${outcome.unstarted})`
  const { scenario, seed, counts, figures, lost, doubled, wrong, seconds, ok, without } = outcome
  return [
    `${ok ? '✓' : '✗'} ${scenario}${without ? ` without ${without}` : ''}: ${title}`,
    `  seed ${seed}, ${counts.map(({ count, what }) => `${count} ${what}`).join(', ')}, ${seconds.toFixed(0)} s; ${lost.length} lost, ${doubled.length} doubled`,
    ...figures.map(figure => `  ${figure.name}: ${valueOf(figure)}${targetOf(figure)}`),
    ...[...lost.map(line => `lost: ${line}`), ...doubled.map(line => `doubled: ${line}`), ...wrong.map(line => `wrong: ${line}`)].slice(0, 12).map(line => `  ✗ ${line}`),
  ].join('\n')
}

function valueOf({ value, unit }: Figure): string {
  return value === null ? 'none' : `${typeof value === 'number' ? Math.round(value * 10) / 10 : value}${unit ? ` ${unit}` : ''}`
}

function targetOf({ atMost, atLeast, unit = '' }: Figure): string {
  const limits = [...atMost === undefined ? [] : [`at most ${atMost}`], ...atLeast === undefined ? [] : [`at least ${atLeast}`]]
  return limits.length === 0 ? '' : ` (${limits.join(', ')}${unit && ` ${unit}`})`
}

/** RESULTS.md from the outcomes kept in `folder`, in the order of the scenarios; what only `earlier` knows of, from runs elsewhere, stays. */
export async function toMarkdown(scenarios: readonly Scenario[], folder: string, earlier: string): Promise<string> {
  const names = (await readdir(folder)).filter(name => /^[a-z-]+-\d+\.json$/.test(name))
  const outcomes = await Promise.all(names.map(async name => JSON.parse(await readFile(`${folder}${name}`, 'utf8')) as Outcome))
  const earlierSections = earlier.split(/^(?=## )/m).slice(1).map(text => `${text.trimEnd()}\n`)
  const sections = scenarios.flatMap((scenario) => {
    const runs = outcomes.filter(outcome => outcome.scenario === scenario.name && outcome.without === undefined).sort((a, b) => a.seed - b.seed)
    return runs.length > 0 ? [section(scenario, runs)] : earlierSections.filter(text => text.includes(`\n\`${scenario.name}\`, `))
  })
  return `# What happens when things break

Written by \`npm run faults -- --long\` (${new Date().toISOString().slice(0, 10)}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown CPU'}, shared with other work).

*Accepted* means that the client received a 2xx. *Lost* counts accepted jobs that came to no end or whose output is not there; *doubled* counts anything made, written or ended twice. "0 of n" is no proof: with 95 % confidence the true share is below 3/n. SIGKILL spares what the operating system has in its caches, so it is not a power cut. "Once" is said of the database and the files, not of requests to shops.

${sections.join('\n')}
${mutationTable(outcomes.filter(outcome => outcome.without !== undefined), earlier)}## Failure modes without a scenario

${Object.entries(elsewhere).map(([mode, where]) => `- ${mode}: ${where}`).join('\n')}
`
}

function section({ title, modes, name }: Scenario, runs: Outcome[]): string {
  const names = [...new Set(runs.flatMap(run => run.figures.map(figure => figure.name)))]
  const rows = names.map((each) => {
    const figures = runs.map(run => run.figures.find(figure => figure.name === each))
    const limit = figures.find(figure => figure !== undefined)!
    return `| ${each}${targetOf(limit)} | ${figures.map(figure => figure ? valueOf(figure) : '–').join(' | ')} |`
  })
  const counts = runs.map(run => run.skipped === null ? run.counts.map(({ count, what }) => `${count} ${what}`).join(', ') : `skipped: ${run.skipped}`)
  const wrong = runs.flatMap(run => [...run.lost, ...run.doubled, ...run.wrong].slice(0, 5).map(line => `- seed ${run.seed}: ${line}`))
  return `## ${title}

\`${name}\`, ${modes.join(', ')}

| seed | ${runs.map(run => run.seed).join(' | ')} |
| --- | ${runs.map(() => '---').join(' | ')} |
| n | ${counts.join(' | ')} |
| lost | ${runs.map(run => run.lost.length).join(' | ')} |
| doubled | ${runs.map(run => run.doubled.length).join(' | ')} |
${rows.join('\n')}
| clean | ${runs.map(run => run.ok ? 'yes' : '**no**').join(' | ')} |
${wrong.length > 0 ? `\n${wrong.join('\n')}\n` : ''}`
}
