import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

/**
 * What some tests need beside Node: where it may be found, and how to get it.
 *
 * @typedef {object} TestTool
 * @property {string} debianPackage
 * @property {string} variable environment variable that names the program, for unusual places
 * @property {readonly string[]} names
 * @property {string} install the line to type where we may not install it ourselves
 */

/** @type {Readonly<Record<'redis' | 'chromium', TestTool>>} */
export const testTools = {
  redis: {
    debianPackage: 'redis-server',
    variable: 'REDIS_SERVER_PATH',
    names: ['redis-server', 'valkey-server'],
    install: process.platform === 'darwin' ? 'brew install redis' : 'sudo apt-get install redis-server',
  },
  chromium: {
    debianPackage: 'chromium',
    variable: 'CHROMIUM_PATH',
    names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', '/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
    install: process.platform === 'darwin' ? 'brew install chromium' : 'sudo apt-get install chromium',
  },
}

function isExecutable(/** @type {string} */ path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  }
  catch {
    return false
  }
}

/** @returns {string | undefined} absolute path of the tool's program */
export function findProgram(/** @type {TestTool} */ tool) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [process.env[tool.variable] ?? [], tool.names.flatMap(name => name.startsWith('/') ? name : folders.map(folder => join(folder, name)))]
    .flat()
    .find(isExecutable)
}
