import type { FetchReport, HostConduct } from '../contract/job-types.ts'

/** The sum of two runs' reports. */
export function addFetchReports(a: FetchReport, b: FetchReport): FetchReport {
  return {
    requests: a.requests + b.requests,
    byOutcome: addCounts(a.byOutcome, b.byOutcome),
    bytes: a.bytes + b.bytes,
    waitedMs: a.waitedMs + b.waitedMs,
    robots: b.robots ?? a.robots,
    robotsTold: b.robots === null ? a.robotsTold : b.robotsTold,
    ...(a.rendered === undefined && b.rendered === undefined ? {} : { rendered: (a.rendered ?? 0) + (b.rendered ?? 0) }),
    hosts: addHosts(a.hosts ?? [], b.hosts ?? []),
  }
}

function addCounts(a: Record<string, number>, b: Record<string, number>): Record<string, number> {
  const sum = { ...a }
  for (const [name, count] of Object.entries(b))
    sum[name] = (sum[name] ?? 0) + count
  return sum
}

const mostHosts = 50

function addHosts(a: HostConduct[], b: HostConduct[]): HostConduct[] {
  const byHost = new Map(a.map(host => [host.host, host]))
  for (const host of b) {
    const before = byHost.get(host.host)
    byHost.set(host.host, before ? addHost(before, host) : host)
  }
  return [...byHost.values()].slice(0, mostHosts)
}

function addHost(a: HostConduct, b: HostConduct): HostConduct {
  return {
    host: a.host,
    requests: a.requests + b.requests,
    byOutcome: addCounts(a.byOutcome, b.byOutcome),
    bytes: a.bytes + b.bytes,
    waitedMs: a.waitedMs + b.waitedMs,
    delayMs: Math.max(a.delayMs, b.delayMs),
    crawlDelayMs: b.crawlDelayMs ?? a.crawlDelayMs,
    shortestGapMs: a.shortestGapMs === null || b.shortestGapMs === null ? a.shortestGapMs ?? b.shortestGapMs : Math.min(a.shortestGapMs, b.shortestGapMs),
    rateLimited: a.rateLimited + b.rateLimited,
    robotsVersion: b.robotsVersion ?? a.robotsVersion,
  }
}
