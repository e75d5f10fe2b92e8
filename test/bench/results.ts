import type { Bench, BenchReport } from './bench.ts'
import { readFile, writeFile } from 'node:fs/promises'
import { availableParallelism, cpus, loadavg } from 'node:os'
import process from 'node:process'

const heading = '# Benches\n\nMade by `npm run bench -- NAME --long`; each section is the last long run of its bench. See `test/bench/`.\n'

function table({ columns, rows }: BenchReport): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  return [line(columns), line(columns.map(() => '---')), ...rows.map(line)].join('\n')
}

export function toMarkdown({ name, title }: Bench, report: BenchReport, now: Date): string {
  return [
    `## ${name}: ${title}`,
    `${now.toISOString().slice(0, 16).replace('T', ' ')} UTC, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}, Node ${process.version}, load ${loadavg()[0]!.toFixed(1)} at the end`,
    table(report),
    ...report.notes,
    report.missed.length === 0 ? 'All targets were met.' : `Missed: ${report.missed.join('; ')}.`,
  ].join('\n\n')
}

/** Puts a bench's section in the place of its last one; the others stay. */
export async function remember(file: string, bench: Bench, section: string): Promise<void> {
  const before = await readFile(file, 'utf8').catch(() => heading)
  const sections = before.split(/^(?=## )/m)
  const isOwn = (text: string): boolean => text.startsWith(`## ${bench.name}:`)
  const next = sections.some(isOwn) ? sections.map(text => isOwn(text) ? section : text) : [...sections, section]
  await writeFile(file, `${next.map(text => text.trim()).join('\n\n')}\n`)
}
