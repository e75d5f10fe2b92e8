import { parentPort } from 'node:worker_threads'

// Pages that hold a command stand in for pages on which a parser would hang, crash or run out of memory.
parentPort?.on('message', (/** @type {{ page: { html: string } }[]} */ requests) => parentPort?.postMessage(requests.map(({ page }) => {
  if (page.html === 'hang') {
    for (;;);
  }
  if (page.html === 'crash')
    throw new Error('crashed')
  if (page.html === 'memory') {
    const all = []
    for (;;)
      all.push(Array.from({ length: 100_000 }, () => ({})))
  }
  return { ok: true, value: page.html }
})))
