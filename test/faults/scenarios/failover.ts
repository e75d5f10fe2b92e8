import { startRedis } from '../../support/redis.ts'
import { examine } from '../rig/examine.ts'
import { command } from '../rig/queue-store.ts'
import { startRelay } from '../rig/relay.ts'
import { each, pause, until } from '../rig/wait.ts'
import { settle, smallJob, stock } from '../rig/work.ts'
import { defineScenario } from '../scenario.ts'

/** F7: the primary of a pair is lost, its replica takes over without the last writes, and the next time the other way round. */
export const failover = defineScenario({
  name: 'failover',
  title: 'The replica of a pair takes over from a primary that dies (failover), again and again',
  modes: ['F7', 'F2'],
  sizes: {
    short: { jobs: 60, times: 2, forMs: 2_000 },
    long: { jobs: 1_000, times: 10, forMs: 6_000 },
  },
  async run(trial, { jobs, times, forMs }) {
    await using stack = new AsyncDisposableStack()
    let primary = stack.use(await startRedis())
    let replica = stack.use(await startRedis())
    const relay = stack.use(await startRelay(primary.port))
    const follow = async () => {
      await command(replica.url, 'REPLICAOF', '127.0.0.1', String(primary.port))
      await until('the replica in step', 30_000, async () => String(await command(replica.url, 'INFO', 'replication')).includes('master_link_status:up'))
    }
    await follow()

    const installation = await trial.install({ queueUrl: `redis://127.0.0.1:${relay.port}`, pageDelayMs: 20 })
    await installation.start('api')
    await installation.start('worker')
    const stocked = await stock(installation)
    const { client } = installation
    const gapMs = times * forMs * 1.5 / (jobs / 4)
    const submitted = each(Array.from({ length: jobs }, (_, index) => index), 4, async (index) => {
      await client.submit(smallJob(stocked, index))
      await pause(gapMs)
    })
    for (let turn = 1; turn <= times; turn++) {
      await pause(trial.random.between(forMs / 2, forMs))
      await primary.stop()
      await command(replica.url, 'REPLICAOF', 'NO', 'ONE')
      relay.to(replica.port);
      [primary, replica] = [replica, primary]
      // What comes back as a replica is empty and copies the new primary.
      await replica.start()
      await follow()
      trial.say(`failover ${turn} of ${times}, ${installation.records.countOpen()} jobs open`)
    }
    await submitted
    const settledMs = await settle(installation)

    trial.n(jobs, 'jobs')
    trial.n(times, 'failovers')
    trial.figure({ name: 'answers other than 2xx', value: client.exchanges.filter(({ status }) => status === null || status >= 300).length, atMost: 0 })
    trial.figure({ name: 'from the last job accepted to the last one done', value: settledMs, unit: 'ms', atMost: 90_000 })
    trial.found(await examine(installation, { catalogue: true }))
  },
})
