import { closeSync, openSync, rmSync, statSync, utimesSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import { inRoot } from './paths.mjs'
import { say } from './terminal.mjs'

const file = inRoot('.setup.lock')
const beatMs = 2000
const staleMs = 15_000

function ageMs() {
  try {
    return Date.now() - statSync(file).mtimeMs
  }
  catch {
    return 0
  }
}

function take() {
  try {
    closeSync(openSync(file, 'wx'))
    return true
  }
  catch (error) {
    if (/** @type {NodeJS.ErrnoException} */(error).code !== 'EEXIST')
      throw error
    return false
  }
}

/** Lets one set-up of this checkout work at a time. The holder touches the file as it works; one left behind by a killed set-up goes stale. */
export async function withLock(/** @type {() => Promise<void>} */ work) {
  for (let told = false; !take();) {
    if (ageMs() > staleMs) {
      rmSync(file, { force: true })
      continue
    }
    if (!told)
      say('… Another set-up of this checkout is at work; waiting for it')
    told = true
    await delay(200)
  }
  const heart = setInterval(() => {
    const now = new Date()
    utimesSync(file, now, now)
  }, beatMs)
  try {
    await work()
  }
  finally {
    clearInterval(heart)
    rmSync(file, { force: true })
  }
}
