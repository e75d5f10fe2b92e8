import type { Outcome } from './trial.ts'

const heading = '## The harness itself: a mechanism switched off'

/** Which scenario went red without which mechanism, and by what: a scenario that stays clean would notice nothing. `earlier` rows stay where no run was kept. */
export function mutationTable(outcomes: Outcome[], earlier: string): string {
  const rows = new Map<string, string>()
  for (const row of earlier.split(heading)[1]?.split('\n## ')[0]?.matchAll(/^(\| [a-z-]+ \| `[a-z-]+`).*$/gm) ?? [])
    rows.set(row[1]!, row[0])
  for (const outcome of outcomes) {
    const key = `| ${outcome.without} | \`${outcome.scenario}\``
    rows.set(key, `${key} | ${outcome.size} | ${outcome.ok ? '**no**' : 'yes'} | ${seen(outcome)} |`)
  }
  if (rows.size === 0)
    return ''
  return `${heading}

\`npm run faults -- --without …\`: the scenario must go red. \`test/faults/faults.test.ts\` does the same for each.

| without | scenario | size | red | seen |
| --- | --- | --- | --- | --- |
${[...rows.values()].sort().join('\n')}

`
}

function seen({ lost, doubled, wrong }: Outcome): string {
  const [first = 'nothing'] = [...wrong, ...lost.map(line => `lost: ${line}`), ...doubled.map(line => `doubled: ${line}`)]
  return `${first.replaceAll('|', '/').slice(0, 160)} (${lost.length} lost, ${doubled.length} doubled)`
}
