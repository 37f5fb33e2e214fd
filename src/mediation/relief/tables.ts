/** The read models of relief: rows derived from the folded state, so that they can be compared and remade. */
import type { Row, RowSet } from '../../engine/room.ts'
import type { Relief, ReliefState } from './relief.ts'

export const reliefTables = {
  relief: { key: [] },
  relief_party: { key: ['organ'] },
  file_reference: { key: ['file'] },
} as const

export function reliefRows(state: ReliefState): RowSet {
  if (state === null) return {}
  const { version, petition, person, kind, stage, guide, toldOn, erasedOn } = state
  return {
    relief: [{ version, petition, person, kind, stage, guide, told_on: toldOn, is_erased: erasedOn !== null }],
    relief_party: partyRows(state),
    file_reference: filesOf(state).map((file) => ({ file })),
  }
}

const filesOf = ({ answers, erasedOn }: Relief): readonly string[] =>
  erasedOn ? [] : [...new Set(answers.flatMap(({ materials }) => materials.map(({ file }) => file)))]

/** Who may see it. By the row without an organ whoever has the petition, or the key of it, sees it whatever becomes of the organ. */
const partyRows = ({ guide, petition, keptFrom, officials, recused, about }: Relief): readonly Row[] =>
  ['', guide]
    .filter((organ) => !keptFrom.includes(organ as never))
    .map((organ) => ({ organ, petition, kept_from: keptFrom, officials, recused, about }))
