import type { Browser, BrowserContext, Page } from 'playwright-core'
import { accessSync, constants } from 'node:fs'
import { tmpdir } from 'node:os'
import process from 'node:process'
import { tell } from '../../contract/told.ts'
import { AppError } from '../../errors.ts'

/** Where distributions put Chromium, or a browser that is one. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/**
 * The browser has no way out of its own: every name is unknown, every connection goes to a proxy on a port that nobody
 * listens on (loopback too, which Chromium would spare), UDP is off. What pages ask for is answered from outside.
 */
const noWayOut = [
  '--proxy-server=http://127.0.0.1:9',
  '--proxy-bypass-list=<-loopback>',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--force-webrtc-ip-handling-policy=disable_non_proxied_udp',
  '--disable-quic',
  '--dns-prefetch-disable',
]
const frugal = ['--disable-gpu', '--disable-dev-shm-usage', '--mute-audio', '--js-flags=--max-old-space-size=512']

/** Taken from pages before their scripts run: ways of talking that no route sees. */
const withoutSideDoors = 'for (const name of ["RTCPeerConnection", "webkitRTCPeerConnection", "WebTransport", "EventSource"]) delete globalThis[name]'

/**
 * Starts the system's Chromium without a window, on a fresh profile that ends with it. playwright-core is loaded here and
 * nowhere else, so that an installation without a renderer never does.
 * @param program its path, or `auto` for the usual places
 * @throws {AppError} `service-unavailable` when there is none or it does not start
 */
export async function launchBrowser(program: string, timeoutMs: number): Promise<Browser> {
  const executablePath = program === 'auto' ? usualPlaces.find(isExecutable) : program
  if (executablePath === undefined || !isExecutable(executablePath))
    throw new AppError('service-unavailable', executablePath === undefined ? tell('browser-missing') : tell('browser-is-none', { file: executablePath }))
  try {
    const { chromium } = await import('playwright-core')
    return await chromium.launch({
      executablePath,
      // Chromium's own sandbox does not work for root.
      chromiumSandbox: process.getuid?.() !== 0,
      args: [...noWayOut, ...frugal],
      // Nothing of ours: the environment may hold passwords.
      env: { PATH: '/usr/local/bin:/usr/bin:/bin', HOME: tmpdir(), LANG: 'C.UTF-8' },
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      timeout: timeoutMs,
    })
  }
  catch (cause) {
    throw new AppError('service-unavailable', tell('browser-not-started'), { cause, retryable: true })
  }
}

/** A page in a context of its own: no cookies, no downloads, no workers in the background, no second window. */
export async function openPage(browser: Browser, userAgent: string): Promise<{ context: BrowserContext, page: Page }> {
  const context = await browser.newContext({ userAgent, acceptDownloads: false, serviceWorkers: 'block', viewport: { width: 1280, height: 2000 } })
  await context.addInitScript({ content: withoutSideDoors })
  await context.routeWebSocket(/.*/, socket => socket.close())
  const page = await context.newPage()
  context.on('page', other => void other.close().catch(() => {}))
  return { context, page }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  }
  catch {
    return false
  }
}
