import type { Job } from '../../contract/job.ts'
import type { Tx } from '../database.ts'
import type { JobEvent, Job as JobRow, PageSnapshot } from '../prisma/client.ts'
import { Buffer } from 'node:buffer'
import { toJob, withBrand } from '../job/row.ts'

/** Everything that goes with a job; dates are ISO texts, as Prisma also takes them. */
interface Tombstone {
  job: JobRow
  events: JobEvent[]
  pages: (Omit<PageSnapshot, 'html'> & { html: string })[]
}

/** What is needed to bring these jobs back, by id. */
export async function keepJobs(tx: Tx, ids: string[]): Promise<Map<string, string>> {
  const jobs = await tx.job.findMany({ where: { id: { in: ids } } })
  const events = Map.groupBy(await tx.jobEvent.findMany({ where: { jobId: { in: ids } }, orderBy: { id: 'asc' } }), event => event.jobId)
  const pages = Map.groupBy(await tx.pageSnapshot.findMany({ where: { jobId: { in: ids } } }), page => page.jobId)
  return new Map(jobs.map((job) => {
    const kept: Tombstone = {
      job,
      events: events.get(job.id) ?? [],
      pages: (pages.get(job.id) ?? []).map(page => ({ ...page, html: Buffer.from(page.html).toString('base64') })),
    }
    return [job.id, JSON.stringify(kept)]
  }))
}

/** Writes a deleted job again, with all that went with it; under a later version, so that it wins. Null when there is one of its id. */
export async function restoreJob(tx: Tx, text: string, now: Date): Promise<Job | null> {
  const { job, events, pages } = JSON.parse(text) as Tombstone
  if (await tx.job.count({ where: { id: job.id } }) > 0)
    return null
  const brandId = job.brandId !== null && await tx.brand.count({ where: { id: job.brandId } }) > 0 ? job.brandId : null
  const row = await tx.job.create({ data: { ...job, brandId, updatedAt: now, version: job.version + 1 }, include: withBrand })
  await tx.jobEvent.createMany({ data: events })
  for (const page of pages)
    await tx.pageSnapshot.create({ data: { ...page, html: new Uint8Array(Buffer.from(page.html, 'base64')) } })
  return toJob(row)
}
