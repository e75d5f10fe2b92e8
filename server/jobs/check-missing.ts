import type { ScrapeRun } from '../scrape/ports.ts'
import type { PageTask } from '../store/product/stream.ts'
import { addressOf } from '../contract/identity.ts'

/** What became of the products that a complete run did not meet. */
export interface MissingVerdicts {
  /** Their pages are no more. */
  gone: string[]
  /** Their pages are alive: dropped from the lists, or sold out of season. */
  hidden: string[]
  /** Their addresses lead to another page now. */
  redirected: { id: string, url: string }[]
  /** Blocked, failing or forbidden: nothing can be said, nothing is changed. */
  unsure: number
}

export interface CheckMissingOptions {
  run: Pick<ScrapeRun, 'read'>
  missing: PageTask[]
  signal: AbortSignal
  pagesAtOnce: number
  onChecked: (done: number) => void
}

/** The page says itself that there is no such product any more. */
const noMore = new Set(['soft-404', 'not-a-product'])

/** Looks at the page of each missing product before calling it anything: absence from a list proves nothing. */
export async function checkMissing({ run, missing, signal, pagesAtOnce, onChecked }: CheckMissingOptions): Promise<MissingVerdicts> {
  const verdicts: MissingVerdicts = { gone: [], hidden: [], redirected: [], unsure: 0 }
  const rest = missing.values()
  let done = 0

  async function check({ id, url }: PageTask): Promise<void> {
    // Without a memory: a page that answers 304 has said nothing of where it leads.
    const { outcome, failure, url: reached } = await run.read(url, { memory: null, signal })
    if (outcome !== 'failed') {
      if (addressOf(reached) === addressOf(url))
        verdicts.hidden.push(id)
      else
        verdicts.redirected.push({ id, url: reached })
    }
    else if (failure?.status === 404 || failure?.status === 410 || noMore.has(failure?.code ?? '')) {
      verdicts.gone.push(id)
    }
    else {
      verdicts.unsure++
    }
    onChecked(++done)
  }

  async function lane(): Promise<void> {
    for (const task of rest)
      await check(task)
  }
  await Promise.all(Array.from({ length: pagesAtOnce }, lane))
  return verdicts
}
