/** Actions on many jobs. */
export default {
  bulk: {
    action: { retry: 'Retry', cancel: 'Cancel', promote: 'Run now', delete: 'Delete' },
    title: { retry: 'Retry jobs', cancel: 'Cancel jobs', promote: 'Run jobs now', delete: 'Delete jobs' },
    hint: {
      retry: 'Failed and cancelled jobs run again from the start.',
      cancel: 'Waiting jobs are cancelled at once, running ones at their next page.',
      promote: 'Delayed jobs no longer wait for their time.',
      delete: 'Finished jobs go with their timelines. Products and export files stay.',
    },
    will: {
      retry: 'No job can be retried. | {n} job will be retried. | {n} jobs will be retried.',
      cancel: 'No job can be cancelled. | {n} job will be cancelled. | {n} jobs will be cancelled.',
      promote: 'No job can be run now. | {n} job will run now. | {n} jobs will run now.',
      delete: 'No job can be deleted. | {n} job will be deleted. | {n} jobs will be deleted.',
    },
    did: {
      retry: 'No job was retried. | {n} job is queued again. | {n} jobs are queued again.',
      cancel: 'No job was cancelled. | {n} job is cancelled or stopping. | {n} jobs are cancelled or stopping.',
      promote: 'No job was run. | {n} job runs as soon as a worker is free. | {n} jobs run as soon as workers are free.',
      delete: 'No job was deleted. | {n} job was deleted. | {n} jobs were deleted.',
    },
    run: {
      retry: 'Retry | Retry {n} job | Retry {n} jobs',
      cancel: 'Cancel | Cancel {n} job | Cancel {n} jobs',
      promote: 'Run now | Run {n} job now | Run {n} jobs now',
      delete: 'Delete | Delete {n} job | Delete {n} jobs',
    },
    skipped: 'No job is left out. | {n} job is left as it is: | {n} jobs are left as they are:',
    counting: 'Counting…',
    widen: 'Select everything that matches',
    everything: 'Everything that matches',
    keepsPriority: 'Empty: as before',
    startsNow: 'Empty: at once',
    retryWith: 'Retry with changes',
  },
  clean: {
    title: 'Clean up finished jobs',
    intro: 'Deletes jobs with their timelines. Products and export files stay.',
    status: 'Jobs that',
    statuses: { completed: 'completed', failed: 'failed', cancelled: 'were cancelled' },
    age: 'finished more than',
    ages: { all: 'any time ago', hour: '1 hour ago', day: '1 day ago', week: '7 days ago', month: '30 days ago' },
    type: 'of type',
    submit: 'Delete jobs',
    done: 'No job matched. | {n} job deleted. | {n} jobs deleted.',
  },
}
