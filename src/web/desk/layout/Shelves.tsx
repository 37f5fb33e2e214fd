import { type ReactNode, useRef } from 'react'
import './shelves.css'

interface ShelvesProps<Shelf extends string> {
  readonly label: string
  readonly shelves: readonly Shelf[]
  /** Null while none of them is what the page shows, as during a search. */
  readonly chosen: Shelf | null
  readonly nameOf: (shelf: Shelf) => string
  /** What stands behind the name; nothing where there is nothing to count. */
  readonly countOf?: (shelf: Shelf) => ReactNode
  readonly onChoose: (shelf: Shelf) => void
}

/** A list is kept on shelves, by how far things have come; one of them is open. */
export function Shelves<Shelf extends string>({
  label,
  shelves,
  chosen,
  nameOf,
  countOf,
  onChoose,
}: ShelvesProps<Shelf>) {
  return (
    <nav className="shelves" aria-label={label}>
      {shelves.map((shelf) => (
        <button
          key={shelf}
          type="button"
          className="shelf"
          aria-pressed={shelf === chosen}
          onClick={() => onChoose(shelf)}
        >
          {nameOf(shelf)}
          {countOf?.(shelf)}
        </button>
      ))}
    </nav>
  )
}

/** How many stand there; no nought. */
export function ShelfCount({ of, isBroken = false }: { readonly of: number; readonly isBroken?: boolean }) {
  return of > 0 && <span className={isBroken ? 'shelf-count broken' : 'shelf-count'}>{of >= 1000 ? `${of}+` : of}</span>
}

/**
 * Which shelf stands open before anybody chose one: the first on which something lies. Null while that is not known; once it is, it stays,
 * so that nothing jumps under whoever reads when the counts are read again.
 */
export function useFirstFilled<Shelf extends string>(
  shelves: readonly Shelf[],
  counts: { readonly isPending: boolean; countOn(shelf: Shelf): number },
  otherwise: Shelf,
): Shelf | null {
  const found = useRef<Shelf | null>(null)
  if (found.current === null && !counts.isPending)
    found.current = shelves.find((each) => counts.countOn(each) > 0) ?? otherwise
  return found.current
}
