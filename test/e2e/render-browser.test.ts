import { Buffer } from 'node:buffer'
import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { createRenderer } from '../../server/scrape/render/renderer.ts'
import { browserMissing } from '../support/browser.ts'
import { silentLog } from '../support/log.ts'
import { program, render } from './rendering.ts'

/** Chromium's processes that this one has started, zombies aside. */
function browsers(): string[] {
  const lines = execFileSync('ps', ['-eo', 'pid=,ppid=,stat=,args=']).toString().split('\n').map(line => line.trim().split(/\s+/))
  const mine = new Set([String(process.pid)])
  for (const [pid, parent] of lines) {
    if (mine.has(parent!))
      mine.add(pid!)
  }
  return lines.filter(([pid, , stat, ...args]) => mine.has(pid!) && !stat!.startsWith('Z') && /chrom/i.test(args.join(' '))).map(([pid]) => pid!)
}

/** A page whose script waits for an answer that never comes; it is under way when this resolves. */
async function renderEndless(renderer: Parameters<typeof render>[0]) {
  const asked = Promise.withResolvers<void>()
  const under = render(renderer, 'fetch("/never")', () => {
    asked.resolve()
    return new Promise(() => {})
  })
  under.catch(() => {})
  await asked.promise
  return { under }
}

describe.skipIf(browserMissing !== null)('the browser of the renderer', () => {
  test('a browser that is killed under a page costs that page, and the next one gets another', async () => {
    const before = browsers()
    await using renderer = createRenderer({ program, userAgent: 'Gleaner/1.0', log: silentLog })
    const { under } = await renderEndless(renderer)
    for (const pid of browsers().filter(each => !before.includes(each))) {
      try {
        process.kill(Number(pid), 'SIGKILL')
      }
      catch {
        // It went with its parent.
      }
    }
    await expect(under).rejects.toMatchObject({ code: 'parse-failed' })
    await expect(render(renderer, 'document.body.append("well")')).resolves.toMatchObject({ html: expect.stringContaining('well') as string })
  })

  test('a page that never rests is taken as it stands, one whose script never ends is given up, and the next is read', async () => {
    await using renderer = createRenderer({ program, userAgent: 'Gleaner/1.0', log: silentLog, limits: { loadMs: 1000, answerMs: 1500, requests: 20 } })
    let asked = 0
    const restless = await render(renderer, 'document.body.append("as it stands"); setInterval(() => fetch("/more").catch(() => {}), 20)', async () => {
      asked++
      return { headers: {}, body: Buffer.from('x') }
    })
    expect(restless.html).toContain('as it stands')
    expect(asked).toBeLessThanOrEqual(20)
    await expect(render(renderer, 'for (;;);')).rejects.toMatchObject({ code: 'timeout' })
    await expect(render(renderer, 'document.body.append("well")')).resolves.toMatchObject({ html: expect.stringContaining('well') as string })
  })

  test('an aborted page ends at once with the signal\'s reason, and its requests with it', async () => {
    await using renderer = createRenderer({ program, userAgent: 'Gleaner/1.0', log: silentLog })
    const abort = new AbortController()
    const asked = Promise.withResolvers<AbortSignal>()
    const rendering = render(renderer, 'fetch("/never")', (_, options) => {
      asked.resolve(options.signal)
      return new Promise(() => {})
    }, abort.signal)
    const inner = await asked.promise
    abort.abort(new Error('enough'))
    await expect(rendering).rejects.toThrow('enough')
    expect(inner.aborted).toBe(true)
  })

  test('the browser starts with the first page, ends when it is idle, starts again, and is gone after disposal', async () => {
    const before = browsers()
    const renderer = createRenderer({ program, userAgent: 'Gleaner/1.0', log: silentLog, limits: { idleMs: 50 } })
    expect(browsers()).toEqual(before)
    await render(renderer, '')
    await expect.poll(browsers, { timeout: 10_000 }).toEqual(before)
    const { under } = await renderEndless(renderer)
    expect(browsers().length).toBeGreaterThan(before.length)
    await renderer[Symbol.asyncDispose]()
    await expect(under).rejects.toMatchObject({ code: 'service-unavailable' })
    await expect.poll(browsers, { timeout: 5000 }).toEqual(before)
    await expect(render(renderer, '')).rejects.toMatchObject({ code: 'service-unavailable' })
  })
})
