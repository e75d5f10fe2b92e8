import type { PageFailure } from '../contract/job-types.ts'
import type { RemarkCount } from '../contract/page-remark.ts'
import type { ProductReading, ScrapeRun } from '../scrape/ports.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { PageTask, ReadSelection } from '../store/product/stream.ts'
import { tell } from '../contract/told.ts'
import { failureOf } from '../errors.ts'
import { createCondition } from './condition.ts'
import { addRemarks } from './count-remarks.ts'

export interface ReadBatch {
  read: { task: PageTask, reading: ProductReading }[]
  unchanged: PageTask[]
  /** `html` is the source of a page that came, but could not be read. */
  failed: { task: PageTask, failure: PageFailure, html: string | null }[]
  /** What was odd in pages that were read. */
  remarks: RemarkCount[]
}

export interface ReadPagesOptions {
  run: Pick<ScrapeRun, 'read'>
  products: Pick<ProductStore, 'nextToRead'>
  selection: ReadSelection
  jobId: string
  signal: AbortSignal
  pagesAtOnce: number
  /** Told of each page before it is asked for. */
  onTask?: () => void
  /** Asks for every page in full, whatever is remembered of it. */
  full?: boolean
}

/**
 * Products of one batch are committed together. A commit waits for the disk and costs as much as the rows of forty pages, so
 * it is the age that ends a batch of a fast shop; a process that dies loses no more than that.
 */
const batchSize = 200
const batchAgeMs = 300

function emptyBatch(): ReadBatch {
  return { read: [], unchanged: [], failed: [], remarks: [] }
}

/**
 * Reads the pages that this job has not read yet, several at a time, and yields what came in since the last batch; reading
 * goes on while a batch is being committed. A slow page holds up only its own place.
 */
export async function* readPages({ run, products, selection, jobId, signal, pagesAtOnce, onTask, full = false }: ReadPagesOptions): AsyncGenerator<ReadBatch> {
  let batch = emptyBatch()
  let takenAt = Date.now()
  let inFlight = 0
  let isStopped = false
  let timer: NodeJS.Timeout | undefined
  const thrown: unknown[] = []
  const size = () => batch.read.length + batch.unchanged.length + batch.failed.length
  const mustEnd = () => isStopped || thrown.length > 0
  const isRipe = () => size() >= batchSize || (size() > 0 && Date.now() - takenAt >= batchAgeMs)
  const { tell: tellAll, until } = createCondition()

  async function read(task: PageTask): Promise<void> {
    const reading = await run.read(task.url, { memory: full ? null : task.memory, signal })
    if (reading.outcome === 'read' && reading.draft)
      batch.read.push({ task, reading })
    else if (reading.outcome === 'unchanged')
      batch.unchanged.push(task)
    else
      batch.failed.push({ task, failure: reading.failure ?? { ...failureOf('parse-failed', tell('page-not-read')), url: task.url, status: null }, html: reading.html })
    addRemarks(batch.remarks, reading.remarks.map(remark => ({ remark, pages: 1, url: task.url })))
    // However long the next page takes.
    timer ??= setTimeout(tellAll, batchAgeMs)
  }

  async function readAll(): Promise<void> {
    try {
      for await (const task of tasks(products, selection, jobId)) {
        signal.throwIfAborted()
        // Before the page is asked for: what cannot be kept in time is not read.
        await until(() => mustEnd() || (inFlight < pagesAtOnce && size() < batchSize))
        if (mustEnd())
          break
        onTask?.()
        inFlight++
        void read(task).catch(error => void thrown.push(error)).finally(() => {
          inFlight--
          tellAll()
        })
      }
    }
    catch (error) {
      thrown.push(error)
    }
    // Those under way are kept as well: a run that goes on after a restart need not ask for them again.
    await until(() => inFlight === 0)
  }

  function take(): ReadBatch {
    const full = batch
    batch = emptyBatch()
    takenAt = Date.now()
    clearTimeout(timer)
    timer = undefined
    tellAll()
    return full
  }

  let isOver = false
  const reading = readAll().finally(() => {
    isOver = true
    tellAll()
  })
  try {
    for (;;) {
      await until(() => isRipe() || isOver)
      if (size() > 0)
        yield take()
      else if (isOver)
        break
    }
    if (thrown.length > 0)
      throw thrown[0]
  }
  finally {
    isStopped = true
    clearTimeout(timer)
    tellAll()
    await reading
  }
}

async function* tasks(products: ReadPagesOptions['products'], selection: ReadPagesOptions['selection'], jobId: string): AsyncGenerator<PageTask> {
  let after: string | null = null
  for (;;) {
    const page: PageTask[] = await products.nextToRead(selection, { jobId, after, limit: 500 })
    const last = page.at(-1)
    if (!last)
      return
    yield* page
    after = last.id
  }
}
