import { sentenceOf } from './fault.ts'

/** Something that is due. `key` orders the work: a page begins after the last key of the page before. */
export interface Due {
  readonly key: string
  readonly stream: string
}

/** Work that the house does by itself when its day has come: overdue clocks, lapsed rights, reminders. */
export interface Sweep<Item extends Due> {
  readonly name: string
  /**
   * What is due with a key after `after` (null: from the first), by key, at most `atMost`. Its query must read an index
   * of what is due, so that a sweep costs what is due and not what there is.
   */
  due(after: string | null, atMost: number): Promise<readonly Item[]>
  /** Acts on one, as an `execute` of its own. False when the rules refused: it is no longer due, mostly. */
  act(item: Item): Promise<boolean>
}

export interface Swept {
  readonly due: number
  readonly done: number
  readonly refused: number
  /** What threw; the others were done nevertheless. */
  readonly faults: readonly { readonly stream: string; readonly fault: string }[]
  /** There was more than `atMost`: sweep again. */
  readonly more: boolean
}

export interface Reach {
  /** Items in one run. */
  readonly atMost?: number
  /** Items read at a time; memory is bounded by it. */
  readonly pageSize?: number
  /** Items acted on at the same time. */
  readonly abreast?: number
  readonly signal?: AbortSignal
}

/** Acts once on everything that is due, in pages. An item that is refused or throws holds up no other. */
export async function sweep<Item extends Due>(
  { due, act }: Sweep<Item>,
  { atMost = 10_000, pageSize = 100, abreast = 4, signal }: Reach = {},
): Promise<Swept> {
  const tally = { due: 0, done: 0, refused: 0, faults: [] as { stream: string; fault: string }[] }
  let after: string | null = null
  while (tally.due < atMost && !signal?.aborted) {
    const wanted = Math.min(pageSize, atMost - tally.due)
    const page: readonly Item[] = await due(after, wanted)
    const last = page.at(-1)
    if (last === undefined) return { ...tally, more: false }
    if (last.key === after) throw new Error(`a sweep that does not move on from ${after}`)
    tally.due += page.length
    await actOnAll(page, abreast, async (item) => {
      try {
        if (await act(item)) tally.done += 1
        else tally.refused += 1
      } catch (fault) {
        tally.faults.push({ stream: item.stream, fault: sentenceOf(fault) })
      }
    })
    after = last.key
    if (page.length < wanted) return { ...tally, more: false }
  }
  return { ...tally, more: true }
}

async function actOnAll<Item>(
  items: readonly Item[],
  abreast: number,
  act: (item: Item) => Promise<void>,
): Promise<void> {
  const rest = items.values()
  const walk = async (): Promise<void> => {
    for (const item of rest) await act(item)
  }
  await Promise.all(Array.from({ length: abreast }, walk))
}
