import { readFileSync } from 'node:fs'
import process from 'node:process'
import { findProgram, testTools } from './find-program.mjs'
import { runQuietly, SetupFailed } from './run.mjs'
import { say, showStep } from './terminal.mjs'

function mayUseApt() {
  try {
    return process.getuid?.() === 0 && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))
  }
  catch {
    return false
  }
}

/**
 * Redis and Chromium for the tests: on Debian as root installed with apt, elsewhere the line to type is shown and the
 * suites that need them are skipped – but with `CI=true` a missing one is a failure, so that CI never skips unnoticed.
 */
export async function ensureTestTools() {
  const missing = () => Object.values(testTools).filter(tool => !findProgram(tool))
  const packages = missing().map(tool => tool.debianPackage)
  if (packages.length > 0 && mayUseApt()) {
    await showStep(`Install ${packages.join(' and ')} for the tests`, async () => {
      const env = { DEBIAN_FRONTEND: 'noninteractive' }
      await runQuietly('apt-get', ['update', '-qq'], { env })
      await runQuietly('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env })
    }).catch((/** @type {unknown} */ error) => {
      if (process.env.CI)
        throw error
      say(error instanceof Error ? error.message : String(error))
    })
  }
  for (const tool of missing()) {
    if (process.env.CI)
      throw new SetupFailed(`${tool.names[0]} is missing, and with CI set no suite may be skipped: ${tool.install}`)
    say(`– ${tool.names[0]} is missing: the tests that need it are skipped. To run them: ${tool.install}`)
  }
}
