/** Lets so many at once, and the others wait in the order in which they came. */
export function turns(atOnce: number): <T>(act: () => Promise<T>) => Promise<T> {
  let free = atOnce
  const waiting: (() => void)[] = []
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free += 1
  }
  return async (act) => {
    if (free > 0) free -= 1
    else await new Promise<void>((come) => waiting.push(come))
    try {
      return await act()
    } finally {
      leave()
    }
  }
}
