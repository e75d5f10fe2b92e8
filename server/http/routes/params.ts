import { z } from 'zod'

/** `{id}` in a path. Not checked further: what is no id of ours is simply not found. */
export const IdParams = z.object({ id: z.string() })
