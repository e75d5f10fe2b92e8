import { parentPort } from 'node:worker_threads'

// Pages that hold a command stand in for pages on which a parser would hang, crash or run out of memory.
parentPort?.on('message', (/** @type {{ page: { content: string } }[]} */ requests) => parentPort?.postMessage(requests.map(({ page }) => {
  if (page.content === 'hang') {
    for (;;);
  }
  if (page.content === 'crash')
    throw new Error('crashed')
  if (page.content === 'memory') {
    const all = []
    for (;;)
      all.push(Array.from({ length: 100_000 }, () => ({})))
  }
  return { ok: true, value: page.content }
})))
parentPort?.postMessage('ready')
