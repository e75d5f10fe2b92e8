import type { ChildCounts, JobNode, JobSummary, LiveEvent } from '../../server/contract/index.ts'
import { computed, onScopeDispose, ref, shallowReactive } from 'vue'
import { getChildren, getTree } from '../api/job-detail.ts'
import { isNewer } from '../stores/version.ts'
import { useNotify } from './use-notify.ts'

/** A node of the tree on screen: what is counted below it, and the children that were asked for. */
export interface Branch {
  id: string
  childIds: string[]
  nextCursor: string | null
  /** Read at least once. */
  known: boolean
  open: boolean
  busy: boolean
}

const pageSize = 25
/** A few children are shown at once; of many, their numbers say more. */
const fewChildren = 12
/** Counts of children that are not on screen are read again after a change, at most this often. */
const pauseMs = 2000

/** The flow around a job: counted by the server, children by page when they are asked for, kept right by events. */
export function useJobTree(id: string) {
  const notify = useNotify()
  const nodes = shallowReactive(new Map<string, JobNode>())
  const branches = shallowReactive(new Map<string, Branch>())
  const path = ref<string[]>([])
  /** Asked for, and answered. */
  const known = ref(false)
  const controller = new AbortController()
  const stale = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | undefined

  const rootId = computed(() => path.value[0] ?? null)
  const isFlow = computed(() => path.value.length > 1 || (nodes.get(id)?.children.total ?? 0) > 0)

  function put(node: JobNode) {
    if (isNewer(node.job, nodes.get(node.job.id)?.job) || nodes.get(node.job.id)?.job.version === node.job.version)
      nodes.set(node.job.id, node)
  }

  const branchOf = (nodeId: string): Branch => branches.get(nodeId) ?? { id: nodeId, childIds: [], nextCursor: null, known: false, open: false, busy: false }
  const setBranch = (nodeId: string, changes: Partial<Branch>) => branches.set(nodeId, { ...branchOf(nodeId), ...changes })

  async function load() {
    const tree = await getTree(id, controller.signal)
    const chain = [...tree.ancestors, tree.node]
    chain.forEach(put)
    path.value = chain.map(({ job }) => job.id)
    // The way to the job is open; where there are many beside it, it stands there alone.
    for (const [index, node] of chain.entries()) {
      const next = chain[index + 1]
      if (branches.has(node.job.id) || node.children.total === 0)
        continue
      setBranch(node.job.id, { open: next !== undefined || node.children.total <= fewChildren, childIds: next ? [next.job.id] : [] })
      if (node.children.total <= fewChildren)
        await more(node.job.id)
    }
  }

  /** Reads a page of children, the first or the next. */
  async function more(nodeId: string) {
    const branch = branchOf(nodeId)
    if (branch.busy || (branch.known && branch.nextCursor === null))
      return
    setBranch(nodeId, { busy: true })
    try {
      const page = await getChildren(nodeId, { limit: pageSize, cursor: branch.nextCursor ?? undefined }, controller.signal)
      page.items.forEach(put)
      const ids = new Set([...branch.childIds, ...page.items.map(({ job }) => job.id)])
      // Ids sort by creation, as pages do.
      setBranch(nodeId, { childIds: [...ids].sort(), nextCursor: page.nextCursor, known: true, busy: false })
    }
    catch (error) {
      setBranch(nodeId, { busy: false })
      throw error
    }
  }

  async function toggle(nodeId: string) {
    const branch = branchOf(nodeId)
    setBranch(nodeId, { open: !branch.open })
    if (!branch.open && !branch.known && branch.childIds.length === 0)
      await notify.attempt(() => more(nodeId))
  }

  function putJob(job: JobSummary) {
    const node = nodes.get(job.id)
    if (!node) {
      if (job.parentId !== null && nodes.has(job.parentId))
        recount(job.parentId)
      return
    }
    if (!isNewer(job, node.job))
      return
    nodes.set(job.id, { ...node, job })
    const parent = job.parentId === null ? undefined : nodes.get(job.parentId)
    if (parent && node.job.status !== job.status)
      nodes.set(parent.job.id, { ...parent, children: moved(parent.children, node.job.status, job.status) })
  }

  function recount(nodeId: string) {
    stale.add(nodeId)
    timer ??= setTimeout(() => void readCounts(), pauseMs)
  }

  async function readCounts() {
    timer = undefined
    const ids = [...stale]
    stale.clear()
    // A reading that fails is made good by the next change.
    const fresh = await Promise.all(ids.map(each => getTree(each, controller.signal).catch(() => null)))
    fresh.forEach(tree => tree && put(tree.node))
  }

  function apply(event: LiveEvent) {
    if (event.kind === 'job')
      putJob(event.job)
    if (event.kind === 'snapshot')
      event.jobs.forEach(putJob)
  }

  onScopeDispose(() => {
    controller.abort()
    clearTimeout(timer)
  })
  const quietly = () => load().catch(() => {})
  void quietly().then(() => known.value = true)
  return { known, nodes, branches, rootId, isFlow, toggle, more: (nodeId: string) => notify.attempt(() => more(nodeId)), apply, resync: quietly }
}

function moved({ total, byStatus }: ChildCounts, from: JobSummary['status'], to: JobSummary['status']): ChildCounts {
  return { total, byStatus: { ...byStatus, [from]: Math.max(0, (byStatus[from] ?? 0) - 1), [to]: (byStatus[to] ?? 0) + 1 } }
}
