import type { TimelineQuery } from '../../contract/job-detail.ts'
import type { TimelineEntry } from '../../contract/job.ts'
import type { Page } from '../../contract/page.ts'
import type { PrismaClient, JobEvent as TimelineRow } from '../prisma/client.ts'
import { z } from 'zod'
import { TimelineEntry as TimelineEntrySchema } from '../../contract/job.ts'
import { decodeCursor, toPage } from '../cursor.ts'
import { readJson } from '../json.ts'
import { readTold } from '../told.ts'

const Dictionary = z.record(z.string(), z.unknown())

/** Written out, not given as parameters: else SQLite does not see that the index of the steps alone fits. */
const kinds = { all: '1', steps: `"kind" <> 'log'`, log: `"kind" = 'log'` } as const

/** A job's changes of state and log lines, newest first; oldest first where they are those after a line. */
export async function timeline(read: PrismaClient, jobId: string, { cursor, after, before = decodeCursor(cursor), only, limit }: TimelineQuery): Promise<Page<TimelineEntry>> {
  const place = after !== undefined ? { sql: '"id" > ?', params: [after] } : before !== undefined ? { sql: '"id" < ?', params: [before] } : { sql: '1', params: [] }
  const keys = await read.$queryRawUnsafe<{ id: string }[]>(
    `SELECT "id" FROM "JobEvent" WHERE "jobId" = ? AND ${kinds[only ?? 'all']} AND ${place.sql} ORDER BY "id" ${after === undefined ? 'DESC' : 'ASC'} LIMIT ${limit + 1}`,
    jobId,
    ...place.params,
  )
  const rows = await read.jobEvent.findMany({ where: { id: { in: keys.map(({ id }) => id) } }, orderBy: { id: after === undefined ? 'desc' : 'asc' } })
  return toPage(rows, limit, toEntry)
}

function toEntry(row: TimelineRow): TimelineEntry {
  return TimelineEntrySchema.parse({
    ...row,
    at: row.at.toISOString(),
    told: readTold(row.told),
    data: readJson(Dictionary, row.data, null),
  })
}
