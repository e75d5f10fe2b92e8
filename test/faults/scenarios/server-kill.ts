import { examine } from '../rig/examine.ts'
import { supervise } from '../rig/supervisor.ts'
import { each } from '../rig/wait.ts'
import { exportJob, settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F1, F4: the server dies between writing a job down and giving it to the queue, or right after. */
export const serverKill = defineScenario({
  name: 'server-kill',
  title: 'The server is killed between accepting a job and giving it to the queue',
  modes: ['F1', 'F4'],
  mechanisms: ['outbox'],
  sizes: {
    short: { posts: 50, flows: 2, children: 10, dispatches: 15, width: 4 },
    long: { posts: 2_000, flows: 200, children: 100, dispatches: 30, width: 4 },
  },
  async run(trial, { posts, flows, children, dispatches, width }) {
    const installation = await trial.install()
    const calm = await installation.start('all')
    const stocked = await stock(installation)
    await calm.kill()

    await using server = await supervise(installation, 'all', () => ({
      faults: [{ name: 'crash-at-dispatch', at: trial.random.between(1, dispatches), when: trial.random.pick(['before', 'after']) }],
    }))
    const flowAt = new Set(Array.from({ length: flows }, (_, index) => Math.floor((index + 0.5) * (posts + flows) / flows)))
    await each(Array.from({ length: posts + flows }, (_, index) => index), width, async (index) => {
      await installation.client.submit(flowAt.has(index)
        ? { ...exportJob(stocked, index, 'flow'), children: Array.from({ length: children }, (_, child) => exportJob(stocked, child, `flow-${index}`)) }
        : smallJob(stocked, index))
      if (index % 200 === 0)
        trial.say(`${index} of ${posts + flows} sent, ${server.restarts()} crashes`)
    })
    await settle(installation)
    const { client, records } = installation
    const jobs = records.jobs().length
    let otherAnswers = 0
    const during = [...client.acknowledged.keys()].slice(-(posts + flows))
    await each(during, width, async id => void (otherAnswers += await client.submitAgain(id) === id ? 0 : 1))
    server.stop()

    trial.n(posts, 'POSTs')
    trial.n(flows, `flows of ${children + 1} jobs`)
    trial.figure({ name: 'crashes', value: server.restarts(), atLeast: 1 })
    trial.figure({ name: 'requests without an answer, sent again', value: installation.client.exchanges.filter(({ status }) => status === null).length })
    trial.figure({ name: 'requests sent once more with their key and answered otherwise', value: otherAnswers, atMost: 0 })
    trial.figure({ name: 'jobs made by that', value: records.jobs().length - jobs, atMost: 0 })
    trial.found(await examine(installation, { catalogue: true }))
  },
})
