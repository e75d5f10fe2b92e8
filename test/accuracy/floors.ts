import type { CasesReport } from './cases.ts'
import type { PageField, PagesReport } from './pages.ts'
import { z } from 'zod'
import { f1, precision, recall } from './score.ts'

const Floors = z.object({
  pages: z.record(z.string(), z.record(z.string(), z.object({ precision: z.number().optional(), recall: z.number().optional(), f1: z.number().optional() }))),
  /** Of values at 0.95 confidence or more, the share that must be right. */
  calibration: z.number(),
  cases: z.record(z.string(), z.number()),
})
export type Floors = z.infer<typeof Floors>

export function readFloors(json: string): Floors {
  return Floors.parse(JSON.parse(json))
}

/** One line for every score that has fallen below its floor. */
export function dropsBelow(floors: Floors, pages: { folder: string, report: PagesReport }[], cases: { name: string, report: CasesReport }[]): string[] {
  const drops: string[] = []
  const check = (what: string, value: number, floor: number | undefined) => {
    if (floor !== undefined && value < floor)
      drops.push(`${what} is ${value.toFixed(4)}, below its floor of ${floor}`)
  }
  for (const { folder, report } of pages) {
    for (const [field, floor] of Object.entries(floors.pages[folder] ?? {})) {
      const score = report.scores[field as PageField]
      check(`${folder} ${field} precision`, precision(score), floor.precision)
      check(`${folder} ${field} recall`, recall(score), floor.recall)
      check(`${folder} ${field} F1`, f1(score), floor.f1)
    }
    const sure = report.calibration.filter(bin => bin.from >= 0.95)
    const total = sure.reduce((sum, bin) => sum + bin.total, 0)
    check(`${folder} calibration from 0.95`, total === 0 ? 1 : sure.reduce((sum, bin) => sum + bin.right, 0) / total, floors.calibration)
  }
  for (const { name, report } of cases)
    check(name, report.total === 0 ? 1 : report.right / report.total, floors.cases[name])
  return drops
}
