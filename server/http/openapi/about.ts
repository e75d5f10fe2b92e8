/** What a reader of the document should know first, in Markdown. */
export const about = `
Gleaner scrapes brands' web shops into a product catalogue and exports it as CSV. Every step is a **job**:

1. \`POST /api/brands\` with the shop's address,
2. \`POST /api/jobs\` with \`{"type": "scrape-brand", "data": {"brandId": "…"}}\` finds its products,
3. \`POST /api/exports\` with \`{"brandId": "…"}\` reads each product's page and exports them as CSV,
4. \`GET /api/export/{jobId}\` downloads the file.

**Errors** are [RFC 9457](https://www.rfc-editor.org/rfc/rfc9457) problems with a stable \`code\`; a 422 names each field in \`errors\`. Every answer carries an \`X-Request-Id\`, by which the server's log explains a 500.

**Lists** are paged by cursor: pass \`nextCursor\` of one page as \`cursor\` of the next; it is \`null\` on the last.

**Live**: \`/api/events\` pushes changes, as a WebSocket or, for \`curl -N\`, as server-sent events.

Bodies are JSON of at most 256 KB. A browser may change things only from Gleaner's own pages; programs send no \`Origin\` and need not care.
`.trim()

/** The chapters of the document, in reading order. */
export const tags = [
  { name: 'Overview', description: 'Queues, failures and dangers at a glance' },
  { name: 'Brands', description: 'Shops to read' },
  { name: 'Jobs', description: 'What is done, was done and will be done' },
  { name: 'Bulk operations', description: 'One action on many jobs, worked off by the server: watched, aborted, and for a while undone.' },
  { name: 'Saved views', description: 'Lists of the dashboard under a name' },
  { name: 'Schedules', description: 'Work that starts by itself' },
  { name: 'Workers', description: 'Processes that run jobs' },
  { name: 'Settings', description: 'What holds for the whole installation' },
  { name: 'Queues', description: 'Where jobs wait, one queue for each type' },
  { name: 'Products', description: 'The catalogue' },
  { name: 'Recipes', description: 'Rules for shops that say nothing machines can read' },
  { name: 'Exports', description: 'CSV files' },
  { name: 'Live', description: 'Changes as they happen' },
  { name: 'Health', description: 'For supervisors and load balancers' },
]
