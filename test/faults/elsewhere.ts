/** Failure modes that no scenario here brings about: where they are shown instead, or why they are not. */
export const elsewhere: Readonly<Record<string, string>> = {
  F10: 'No power is cut. `test/store/database.test.ts` reads back `synchronous = FULL` on the writing connection, and the server refuses to start without it; what a disk does with an fsync is not looked at.',
  F17: '`test/store/one-scrape.test.ts`, `test/http/jobs.test.ts`: one open scrape of a brand, whoever asks at once.',
  F18: '`test/http/live`, `test/web/stores`: a gap in the stream makes a dashboard read again, and an older version of a row never wins.',
  F19: 'All processes share one SQLite file, so one machine and one clock. The clock of a Redis elsewhere is compared with ours; `test/queue/redis-faults.test.ts` sees the warning.',
  F23: '`test/jobs/open-job-cap.test.ts`, `test/store/outbox.test.ts`: the cap, and 200,000 waiting jobs of which the queue store gets a window. The memory of a server under so many POSTs is not measured.',
  F25: '`test/export/exporter.test.ts` and `npm run bench`: pages of bounded size, back pressure. A million rows under a heap of 256 MB are not run here.',
  F26: '`test/scrape/fetch/limits.test.ts`: drips, silence and slow headers end in time.',
  F27: '`test/scrape/fetch/limits.test.ts`: redirects, bombs in each coding, endless bodies.',
  F28: '`test/scrape/parse`, `test/scrape/fetch/charset.test.ts`: nesting, charsets, deadlines of the parser.',
  F29: '`test/scrape/discover/traps.test.ts`: endless pages, calendars, session ids.',
  F30: '`test/scrape/politeness`: 429, `Retry-After`, back-off, and the pause of a host that fails, over all processes.',
  F32: '`test/http/live/hub.test.ts`: one reader of events for all dashboards. 300 dashboards at once are not run.',
}
