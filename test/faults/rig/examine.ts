import type { Installation } from './installation.ts'
import type { JobRecord } from './records.ts'
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { openEntries } from './queue-store.ts'
import { until } from './wait.ts'

const finalStatuses = ['completed', 'failed', 'cancelled']

export interface Findings {
  /** Acknowledged and not at an end, or its output is not there. */
  lost: string[]
  /** Done, written or ended twice. */
  doubled: string[]
  /** Anything else that must not be. */
  wrong: string[]
}

export interface ExamineOptions {
  /** The shop's catalogue was read whole and must equal the shop. */
  catalogue?: boolean
  /** Ended jobs were deleted from the table meanwhile: an export stands for its job. */
  cleaned?: boolean
  /** Some jobs kill their process, and are set aside for it. */
  poison?: boolean
}

/** Compares what was promised (the client's list) with what is there, once everything should have come to its end. */
export async function examine(installation: Installation, { catalogue = false, cleaned = false, poison = false }: ExamineOptions = {}): Promise<Findings> {
  const { client, records } = installation
  const findings: Findings = { lost: [], doubled: [], wrong: [] }
  const jobs = new Map(records.jobs().map(job => [job.id, job]))

  const exported = new Set(records.exports().map(each => each.jobId))
  for (const id of client.acknowledged.keys()) {
    const job = jobs.get(id)
    if (job ? !finalStatuses.includes(job.status) : !(cleaned && exported.has(id)))
      findings.lost.push(`${id} is ${job?.status ?? 'not in the table'}`)
  }
  findings.wrong.push(...[...jobs.values()].filter(job => job.errorCode === 'poison' && !poison).map(({ id }) => `${id} was set aside, though it kills no process`))
  examineMembers(installation, jobs, findings)
  examineEnds(installation, jobs, findings)
  await examineExports(installation, jobs, findings)
  if (catalogue)
    examineCatalogue(installation, findings)
  const integrity = records.integrity()
  if (integrity !== 'ok')
    findings.wrong.push(`integrity_check: ${integrity}`)
  if (installation.hasRedis)
    findings.wrong.push(...await leftInStore(installation))
  return findings
}

/** A job is in the table because it was acknowledged, because the flow that it belongs to was, or as a part of another; a flow has as many jobs as were asked for. */
function examineMembers({ client }: Installation, jobs: Map<string, JobRecord>, findings: Findings): void {
  // What a job waits for was made before it, what it was split into after it.
  const asked = [...jobs.values()].filter(job => job.parentId === null || job.id < job.parentId)
  const members = Map.groupBy(asked, job => job.flowId ?? job.id)
  for (const [root, ofRoot] of members) {
    const request = client.acknowledged.get(root)
    const expected = request && 1 + (request.children?.length ?? 0)
    if (expected === undefined)
      findings.doubled.push(`${root} (${ofRoot[0]!.type}) was made but never acknowledged`)
    else if (ofRoot.length !== expected)
      (ofRoot.length > expected ? findings.doubled : findings.lost).push(`the flow ${root} has ${ofRoot.length} jobs, not ${expected}`)
  }
}

/** Each job ends once; once more for each time it was asked to run again. */
function examineEnds({ records }: Installation, jobs: Map<string, JobRecord>, findings: Findings): void {
  const ends = Map.groupBy(records.events(...finalStatuses), event => event.jobId)
  const retries = Map.groupBy(records.events('retried'), event => event.jobId)
  for (const [id, job] of jobs) {
    const expected = (finalStatuses.includes(job.status) ? 1 : 0) + (retries.get(id)?.length ?? 0)
    const found = ends.get(id) ?? []
    if (found.length !== expected)
      (found.length > expected ? findings.doubled : findings.wrong).push(`${id} has ${found.length} ends in its timeline (${found.map(event => event.kind).join(', ')}), not ${expected}`)
    if (finalStatuses.includes(job.status) && found.at(-1)?.kind !== job.status)
      findings.wrong.push(`${id} is ${job.status}, but its timeline ends with ${found.at(-1)?.kind}`)
  }
}

/** Each completed export has exactly one record, each record its whole file, each visible file its record. */
async function examineExports({ records, exportsDir }: Installation, jobs: Map<string, JobRecord>, findings: Findings): Promise<void> {
  const exports = records.exports()
  const byJob = Map.groupBy(exports, each => each.jobId)
  for (const job of jobs.values()) {
    if (job.type !== 'export-csv')
      continue
    const count = byJob.get(job.id)?.length ?? 0
    if (job.status === 'completed' && count === 0)
      findings.lost.push(`${job.id} is completed without an export`)
    if (count > 1)
      findings.doubled.push(`${job.id} has ${count} exports`)
    if (job.status !== 'completed' && count > 0)
      findings.wrong.push(`${job.id} is ${job.status} and has an export`)
  }
  const names = new Set((await readdir(exportsDir).catch(() => [])).filter(name => !name.startsWith('.')))
  for (const { jobId, filename, sha256 } of exports) {
    if (!names.delete(filename))
      findings.lost.push(`${filename} of ${jobId} is not there`)
    else if (createHash('sha256').update(await readFile(join(exportsDir, filename))).digest('hex') !== sha256)
      findings.wrong.push(`${filename} is not what its record says`)
  }
  findings.doubled.push(...[...names].map(name => `${name} is a file of no export`))
}

function examineCatalogue({ records, shop }: Installation, findings: Findings): void {
  const left = new Map(shop.goods.map(good => [shop.url + shop.pathOf(good), good]))
  const keys = new Set<string>()
  for (const product of records.products()) {
    const good = left.get(product.url)
    left.delete(product.url)
    if (keys.has(product.key))
      findings.doubled.push(`the product ${product.key} is there twice`)
    keys.add(product.key)
    if (!good)
      findings.doubled.push(`${product.url} is not in the shop, or is there twice`)
    else if (product.name !== good.name || Number(product.priceMinor) !== good.priceMinor || product.sku !== good.sku)
      findings.wrong.push(`${product.url} is ${product.name} for ${product.priceMinor}, not ${good.name} for ${good.priceMinor}`)
  }
  findings.lost.push(...[...left.keys()].map(url => `${url} is not in the catalogue`))
}

/** Entries in the queue store of jobs that the table calls ended. A worker ends the row first: it gets some seconds to end the entry. */
async function leftInStore(installation: Installation): Promise<string[]> {
  let left: string[] = []
  await until('the queue store empty', 15_000, async () => {
    const jobs = new Map(installation.records.jobs().map(job => [job.id, job]))
    left = (await openEntries(installation.redis.url))
      .filter(({ jobId }) => finalStatuses.includes(jobs.get(jobId)?.status ?? 'completed'))
      .map(({ jobId, generation, state }) => `${jobId}-g${generation} is still ${state} in the queue store`)
    return left.length === 0
  }, 500).catch(() => undefined)
  return left
}
