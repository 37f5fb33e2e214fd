/** Whether the published files are those that the facts name; and, for whoever may look into cases, whether they still follow from them. */
import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { parseFact } from '../../engine/chain.ts'
import type { Organs } from '../../kernel/organ.ts'
import { drawFigures } from './drawing.ts'
import type { FiguresFact } from './figures.ts'
import type { ListedEdition } from './queries.ts'
import { digestOf, type FigureStore, fileKinds } from './store.ts'

export interface FiguresError {
  /** `figures-missing`: a file that was published is not there. `figures-changed`: it is another. */
  readonly kind: 'figures-missing' | 'figures-changed'
  readonly stream: string
  readonly version: number
  readonly file: string
  readonly detail: string
}

/** Every edition of every month, by the facts themselves: whoever changes a row or a file does not change these. */
export async function checkFigures(work: Pool, store: FigureStore): Promise<readonly FiguresError[]> {
  const { rows } = await work.query<{ stream: string; version: number; fact: string }>(
    `select stream_id as stream, version, fact from event where starts_with(stream_id, 'figures:') order by 1, 2`,
  )
  const errors: FiguresError[] = []
  for (const { stream, version, fact: text } of rows) {
    const { fact } = parseFact<FiguresFact>(text)
    for (const kind of fileKinds) {
      const file = await store.find(kind, fact[kind])
      const where = { stream, version, file: `${fact[kind]} (${kind})` }
      if (file === null)
        errors.push({ kind: 'figures-missing', ...where, detail: 'it was published, and is not there' })
      else if ((await digestOf(file.read())) !== fact[kind])
        errors.push({ kind: 'figures-changed', ...where, detail: 'it is not what was published' })
    }
  }
  return errors
}

/** Keeps nothing, and tells what would have been written. */
const digestsOnly: FigureStore = {
  async write(_kind, lines) {
    const digest = createHash('sha256')
    for (const line of lines) digest.update(`${line}\n`, 'utf8')
    return digest.digest('hex')
  },
  find: async () => null,
}

export interface Redrawn {
  readonly month: string
  readonly edition: number
  readonly published: number
  readonly cases: number
  /** Line for line what was published. An organ that has moved to another county since makes a difference too. */
  readonly isSame: boolean
}

/**
 * Draws an edition up again over the same entries of the log, and holds it against what was published: here a case that was left out
 * or made up is found, which nobody can find who sees the extract alone.
 */
export async function redraw(
  { work, organs }: { readonly work: Pool; readonly organs: Organs },
  { month, edition, logSize, cases, extract }: ListedEdition,
): Promise<Redrawn> {
  const drawn = await drawFigures({ work, organs, month, edition, logSize }, digestsOnly)
  return { month, edition, published: cases, cases: drawn.cases, isSame: drawn.extract === extract }
}
