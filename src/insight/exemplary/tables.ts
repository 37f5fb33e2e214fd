/** The read models of exemplary cases: rows derived from the folded state, so that they can be compared and remade. */
import type { RowSet } from '../../engine/room.ts'
import { type Exemplary, type ExemplaryState, piecesOf } from './exemplary.ts'

export const exemplaryTables = {
  exemplary: { key: [] },
  exemplary_party: { key: ['organ'] },
} as const

/** 办理中（待审、已退回）· 已发布 · 已撤下 */
export const exemplaryShelves = ['pending', 'published', 'withdrawn'] as const
export type ExemplaryShelf = (typeof exemplaryShelves)[number]

export const shelfOf = ({ stage }: Pick<Exemplary, 'stage'>): ExemplaryShelf =>
  stage === 'proposed' || stage === 'returned' ? 'pending' : stage

export function exemplaryRows(state: ExemplaryState): RowSet {
  if (state === null) return {}
  const { version, stage, organ, approver, audience, category, place, writeup, proposedOn, published, movedOn } = state
  const isPublished = stage === 'published'
  return {
    exemplary: [
      {
        ...{ version, stage, organ, approver, audience, category },
        ...{ title_ref: writeup.title.ref, situation_ref: writeup.situation.ref, done_ref: writeup.done.ref },
        ...{ why_ref: writeup.why.ref, basis_ref: writeup.basis.ref },
        ...{ title_en_ref: writeup.titleEn?.ref ?? null, summary_en_ref: writeup.summaryEn?.ref ?? null },
        // the whole country lies in every code
        place: place === '00' ? '' : place,
        ...{ proposed_on: proposedOn, published_on: published?.on ?? null },
        pieces: isPublished ? piecesOf(writeup).map(({ ref }) => ref) : [],
      },
    ],
    // who is kept from it since has no part in it any more
    exemplary_party: [...new Set([organ, approver])]
      .filter((each) => !state.keptFrom.includes(each))
      .map((each) => ({
        ...{ organ: each, shelf: shelfOf(state), day: movedOn },
        ...{ kept_from: state.keptFrom, officials: state.officials },
      })),
  }
}
