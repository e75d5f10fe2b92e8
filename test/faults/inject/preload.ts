/*
 * Loaded before the server (`node --import`): puts our modules in the place of some of the server's, so that the
 * server's own code knows nothing of faults. A replacement imports what it replaces by its usual path and gets the
 * next replacement of the same module, and at last the real one.
 */
import { flushCompileCache, registerHooks } from 'node:module'
import { injections } from './injections.ts'
import { asked } from './options.ts'

const chains = new Map<string, string[]>()
for (const { name } of asked) {
  for (const { target, by } of injections[name]) {
    const url = new URL(`../../../server/${target}`, import.meta.url).href
    chains.set(url, [...new Set([...chains.get(url) ?? [], new URL(by, import.meta.url).href])])
  }
}

registerHooks({
  resolve(specifier, context, next) {
    const found = next(specifier, context)
    const chain = chains.get(found.url)
    const url = chain?.[chain.indexOf(context.parentURL ?? '') + 1]
    return url === undefined ? found : { ...found, url, shortCircuit: true }
  },
})

// A process that is killed writes no cache, and starting many of them is most of what a short run does.
setTimeout(flushCompileCache, 3_000).unref()
