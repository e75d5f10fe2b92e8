import process from 'node:process'

const clearLine = '\r\u001B[K'

function seconds(/** @type {number} */ since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`
}

/** One line for one step: counting seconds while it runs where there is a terminal, then `✓ title  1.2 s` or `✗ title`. */
export async function showStep(/** @type {string} */ title, /** @type {() => Promise<void>} */ work) {
  const out = process.stdout
  const start = Date.now()
  const draw = () => out.write(`${clearLine}… ${title}  ${seconds(start)}`)
  const timer = out.isTTY ? setInterval(draw, 100) : undefined
  if (!out.isTTY)
    out.write(`… ${title}\n`)
  let mark = '✗'
  try {
    await work()
    mark = '✓'
  }
  finally {
    clearInterval(timer)
    out.write(`${out.isTTY ? clearLine : ''}${mark} ${title}  ${seconds(start)}\n`)
  }
}

export function say(/** @type {string} */ line) {
  process.stdout.write(`${line}\n`)
}
