/**
 * Does the work for each item, several at a time, and answers in the order of the items: a server waits for its database,
 * and somebody else is served meanwhile.
 */
export async function inLanes<T, R>(
  items: readonly T[],
  work: (item: T) => Promise<R>,
  lanes = 4,
): Promise<R[]> {
  const answers: R[] = []
  const queue = items.entries()
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      for (let next = queue.next(); !next.done; next = queue.next()) {
        const [index, item] = next.value
        answers[index] = await work(item)
      }
    }),
  )
  return answers
}
