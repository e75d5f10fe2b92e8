import type { MiddlewareHandler } from 'hono'
import type { HttpEnv } from './env.ts'
import { createBullBoard } from '@bull-board/api'
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter'
import { HonoAdapter } from '@bull-board/hono'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'
import { tell } from '../contract/told.ts'
import { problem } from './problem.ts'

/** A BullMQ queue; named through the board, because only `server/queue` knows BullMQ itself. */
type BoardQueue = ConstructorParameters<typeof BullMQAdapter>[0]

export interface BoardDeps {
  /** As `server/queue` opened them. */
  queues: readonly BoardQueue[]
  /** Where the board is mounted. */
  basePath: string
  /** Let people change the queues behind the job table's back; the reconciler sets right what does not fit. */
  allowChanges?: boolean
}

/** A queue entry is called `<jobId>-g<generation>`. */
function rowIdOf(entryId: string): string {
  return entryId.replace(/-g\d+$/, '')
}

/** The board hides its buttons; this holds for those who do not use the buttons. */
const lookOnly: MiddlewareHandler<HttpEnv> = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
    return problem(c, 'forbidden', { told: [tell('board-read-only')] })
  await next()
}

/** Its page asks Google for fonts, which our policy refuses and an installation without internet cannot have. */
const withoutForeignFonts: MiddlewareHandler<HttpEnv> = async (c, next) => {
  await next()
  if (c.res.headers.get('content-type')?.startsWith('text/html')) {
    const page = await c.res.text()
    c.res = c.html(page.replace(/<link href="https:\/\/fonts\.[^>]*>/g, ''))
  }
}

/**
 * Bull Board: the queue store's own view, next to ours. It may look but not touch, because the job table is the
 * truth and the board does not know it; each of its jobs links to ours.
 */
export function createBoard({ queues, basePath, allowChanges = false }: BoardDeps): Hono<HttpEnv> {
  const serverAdapter = new HonoAdapter(serveStatic).setBasePath(basePath)
  createBullBoard({
    serverAdapter,
    queues: queues.map(queue => new BullMQAdapter(queue, {
      readOnlyMode: !allowChanges,
      allowRetries: allowChanges,
      externalJobUrl: job => ({ displayText: 'Open in Gleaner', href: `/jobs/${encodeURIComponent(rowIdOf(String(job.id)))}` }),
    })),
    options: {
      uiConfig: {
        boardTitle: 'Gleaner queues',
        hideDocsLink: true,
        miscLinks: [{ text: 'Gleaner', url: '/' }],
        pollingInterval: { showSetting: true },
      },
    },
  })
  const board = new Hono<HttpEnv>()
  if (!allowChanges)
    board.use(lookOnly)
  board.use(withoutForeignFonts)
  board.route('/', serverAdapter.registerPlugin())
  return board
}
