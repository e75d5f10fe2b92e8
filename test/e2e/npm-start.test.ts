import { spawn } from 'node:child_process'
import { once } from 'node:events'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createHome } from './gleaner.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

test.skipIf(process.platform === 'win32')('a SIGTERM that only npm gets stops the server of npm start, cleanly', { timeout: 60_000 }, async () => {
  await using home = await createHome({ untouched: true })
  const { PATH, HOME, TMPDIR } = process.env
  const npm = spawn('npm', ['start'], {
    cwd: root,
    env: { PATH, HOME, TMPDIR, PORT: '0', SAMPLE_SHOP: 'off', DATA_DIR: home.data, EXPORTS_DIR: home.exports },
    stdio: ['ignore', 'pipe', 'ignore'],
    detached: true,
  })
  const said: string[] = []
  try {
    const reader = createInterface(npm.stdout)
    reader.on('line', (line) => {
      said.push(line)
      if (line.includes('ready at'))
        npm.kill('SIGTERM')
    })
    // The server holds the other end of this pipe for as long as it lives.
    await once(reader, 'close', { signal: AbortSignal.timeout(50_000) })
    expect(said.at(-1)).toBe('Stopping …')
    const url = /http:\/\/\S+/.exec(said.find(line => line.includes('ready at'))!)![0]
    await expect(fetch(url)).rejects.toThrow()
  }
  finally {
    killGroup(npm.pid!)
  }
})

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL')
  }
  catch {
    // All of it has ended.
  }
}
