import { describe, expect, test } from 'vitest'
import { cancelMessage, readCancelMessage } from '../../server/queue/cancel-message.ts'
import { toQueueFailure } from '../../server/queue/failure.ts'
import { parseQueueJobId, queueJobId } from '../../server/queue/ref.ts'

const ref = { queue: 'export-csv', jobId: '0199-ab-g7', generation: 12 } as const

describe('ids in the queue store', () => {
  test('an id says job and generation, whatever the job id looks like', () => {
    expect(queueJobId(ref)).toBe('0199-ab-g7-g12')
    expect(parseQueueJobId('export-csv', '0199-ab-g7-g12')).toEqual(ref)
  })

  test.each(['', 'a', 'a-g', '-g1', 'a-gx', 'a-g-1', 'repeat:s:1', 'a-g1x'])('%j is none of ours', (id) => {
    expect(parseQueueJobId('export-csv', id)).toBeNull()
  })
})

describe('messages to cancel', () => {
  test('a message comes back as what it was made of', () => {
    expect(readCancelMessage(cancelMessage(ref))).toEqual(ref)
  })

  test.each(['', 'null', '{}', '[1]', '{"cancel":null}', '{"cancel":{"queue":"rm","jobId":"a","generation":1}}', '{"cancel":{"queue":"export-csv","jobId":1,"generation":1}}'])('%j is ignored', (message) => {
    expect(readCancelMessage(message)).toBeNull()
  })
})

describe('reasons of the queue', () => {
  test.each([
    ['child {gleaner}:scrape-brand:abc-def-g3 failed', 'dependency', 'abc-def'],
    ['child scrape-brand:abc-g1 failed', 'dependency', 'abc'],
    ['job stalled more than allowable limit', 'stalled', null],
    ['job started more than allowable limit', 'stalled', null],
    ['child labour is bad', 'other', null],
    ['', 'other', null],
  ])('%j is read as %s', (message, kind, childJobId) => {
    expect(toQueueFailure(ref, message)).toEqual({ ref, kind, message, childJobId })
  })
})
