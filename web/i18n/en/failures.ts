/** Failures by cause. */
export default {
  failures: {
    title: 'Failures',
    jobs: 'no failed jobs | {n} failed job | {n} failed jobs',
    causes: 'no causes | {n} cause | {n} causes',
    largest: 'the {n} largest are shown',
    first: 'First',
    last: 'last',
    samplePage: 'Saved page',
    sampleJob: 'A job',
    canary: 'Try a few first',
    canaryHint: 'Retry the newest few; the rest follows only when enough of them complete',
    retry: 'Retry all of these',
    empty: 'Nothing has failed',
    emptyHint: 'Failed jobs are gathered here by their cause and brand, so that one look and one button deal with all that went wrong for the same reason.',
  },
}
