import { z } from 'zod'

/** ISO 8601 in UTC, as in every answer of the API. */
export const Timestamp = z.iso.datetime()
