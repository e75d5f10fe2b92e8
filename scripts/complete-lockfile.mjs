/**
 * Run after `npm install <package>`: puts back into package-lock.json what npm leaves out of it.
 *
 * Native packages come as one optional package a platform. npm drops those that its registry mirror does not carry (or
 * that an earlier install on another platform did not need), and then `npm ci` refuses the lockfile as "not in sync",
 * on every platform. Their versions are pinned by the package that asks for them, so nothing has to be looked up; the
 * platform is in the name, and npm skips the ones of other platforms without fetching them.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { inRoot } from './setup/paths.mjs'

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm', 'arm64', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

/** `@x/binding-linux-arm-gnueabihf` → linux, arm, glibc. */
export function platformOf(/** @type {string} */ name) {
  const words = name.split(/[-/]/)
  const os = systems.filter(system => words.includes(system))
  const cpu = processors.filter(processor => words.includes(processor))
  const libc = words.some(word => word.startsWith('musl')) ? ['musl'] : words.some(word => word.startsWith('gnu')) ? ['glibc'] : []
  return { ...os.length > 0 && { os }, ...cpu.length > 0 && { cpu }, ...os.includes('linux') && libc.length > 0 && { libc } }
}

/**
 * @typedef {{ version: string, optional?: boolean, dev?: boolean, devOptional?: boolean, optionalDependencies?: Record<string, string> }} Entry
 * @param {Record<string, Entry>} packages of a lockfile, by path
 * @returns {[string, Entry][]} the entries to add: exactly pinned optional packages that no folder on the way up has
 */
export function missingEntries(packages) {
  return Object.entries(packages).flatMap(([path, { dev, devOptional, optionalDependencies = {} }]) => Object.entries(optionalDependencies)
    .filter(([name, range]) => /^\d+\.\d+\.\d+/.test(range) && !isResolvable(packages, path, name))
    .map(([name, version]) => /** @type {[string, Entry]} */([`node_modules/${name}`, {
      version,
      ...platformOf(name),
      ...dev && { dev },
      ...devOptional && { devOptional },
      ...!devOptional && { optional: true },
    }])))
}

/** @param {Record<string, Entry>} packages @param {string} path @param {string} name */
function isResolvable(packages, path, name) {
  for (let folder = path; folder !== ''; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder}/node_modules/${name}`])
      return true
  }
  return packages[`node_modules/${name}`] !== undefined
}

if (process.argv[1] === import.meta.filename) {
  const file = inRoot('package-lock.json')
  const lock = JSON.parse(readFileSync(file, 'utf8'))
  const missing = missingEntries(lock.packages)
  // The root's path is the empty string, which sorts first.
  lock.packages = Object.fromEntries([...Object.entries(lock.packages), ...missing].sort(([a], [b]) => a.localeCompare(b, 'en')))
  writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`${missing.length} packages of other platforms added to package-lock.json`)
}
