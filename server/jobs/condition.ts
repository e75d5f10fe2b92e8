/** Lets several flows of one process wait for what they change together: whoever changes something tells, and all who wait look again. */
export function createCondition() {
  let changed = Promise.withResolvers<void>()
  return {
    tell: (): void => {
      changed.resolve()
      changed = Promise.withResolvers()
    },
    until: async (isTrue: () => boolean): Promise<void> => {
      while (!isTrue())
        await changed.promise
    },
  }
}
