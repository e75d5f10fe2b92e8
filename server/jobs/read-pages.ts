import type { PageFailure } from '../contract/job-types.ts'
import type { ProductReading, ScrapeRun } from '../scrape/ports.ts'
import type { ProductStore } from '../store/product-store.ts'
import type { PageTask, ReadSelection } from '../store/product/stream.ts'

export interface ReadBatch {
  read: { task: PageTask, reading: ProductReading }[]
  unchanged: PageTask[]
  /** `html` is the source of a page that came, but could not be read. */
  failed: { task: PageTask, failure: PageFailure, html: string | null }[]
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

/**
 * Reads the pages that this job has not read yet, several at a time, and yields what came in since the last batch. A
 * slow page holds up only its own place.
 */
export async function* readPages({ run, products, selection, jobId, signal, pagesAtOnce, onTask, full = false }: ReadPagesOptions): AsyncGenerator<ReadBatch> {
  const inFlight = new Set<Promise<void>>()
  let batch: ReadBatch = { read: [], unchanged: [], failed: [] }
  let startedAt = Date.now()
  // A read that throws while a batch is being committed has nobody who waits for it: what it threw is kept for the loop.
  const thrown: unknown[] = []
  const size = () => batch.read.length + batch.unchanged.length + batch.failed.length

  async function read(task: PageTask): Promise<void> {
    const reading = await run.read(task.url, { memory: full ? null : task.memory, signal })
    if (reading.outcome === 'read' && reading.draft)
      batch.read.push({ task, reading })
    else if (reading.outcome === 'unchanged')
      batch.unchanged.push(task)
    else
      batch.failed.push({ task, failure: reading.failure ?? { code: 'parse-failed', message: 'The page could not be read.', retryable: false, url: task.url, status: null }, html: reading.html })
  }

  function take(): ReadBatch {
    const full = batch
    batch = { read: [], unchanged: [], failed: [] }
    startedAt = Date.now()
    return full
  }

  try {
    for await (const task of tasks(products, selection, jobId)) {
      signal.throwIfAborted()
      onTask?.()
      const running = read(task).catch(error => void thrown.push(error)).finally(() => inFlight.delete(running))
      inFlight.add(running)
      if (inFlight.size >= pagesAtOnce)
        await Promise.race(inFlight)
      if (thrown.length > 0)
        throw thrown[0]
      if (size() >= batchSize || (size() > 0 && Date.now() - startedAt >= batchAgeMs))
        yield take()
    }
    while (inFlight.size > 0) {
      await Promise.race(inFlight)
      if (thrown.length > 0)
        throw thrown[0]
      if (size() >= batchSize || Date.now() - startedAt >= batchAgeMs)
        yield take()
    }
    if (size() > 0)
      yield take()
  }
  catch (error) {
    // What has been read is kept: a run that goes on after a restart need not ask for it again.
    await Promise.all(inFlight)
    if (size() > 0)
      yield take()
    throw error
  }
  finally {
    await Promise.all(inFlight)
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
