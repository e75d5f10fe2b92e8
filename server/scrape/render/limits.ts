/** What one page may take from the browser. Durations in milliseconds, sizes in bytes. */
export interface RenderLimits {
  /** Pages at a time; others wait. */
  pagesAtOnce: number
  /** From the beginning until the page is taken as it stands; waiting out of politeness counts. */
  loadMs: number
  /** Without a request under way for so long, a page has come to rest. */
  quietMs: number
  /** For what the browser itself does: to open a page, to hand its text over, to close it. */
  answerMs: number
  requests: number
  bytes: number
  /** Of the text that scripts have made. */
  characters: number
  /** The browser ends when it has had no page for so long. */
  idleMs: number
  launchMs: number
}

const megabyte = 1024 * 1024

/** A shop's page asks for 5–40 scripts and answers; with half a second between them that is up to 20 seconds. */
export const defaultRenderLimits: RenderLimits = {
  pagesAtOnce: 2,
  loadMs: 40_000,
  quietMs: 500,
  answerMs: 5000,
  requests: 100,
  bytes: 24 * megabyte,
  characters: 16 * megabyte,
  idleMs: 60_000,
  launchMs: 20_000,
}
