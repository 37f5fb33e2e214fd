/** The read models of intakes: rows derived from the folded state, so that they can be compared and remade. */
import type { RowSet } from '../../engine/room.ts'
import type { Intake, IntakeState } from './intake.ts'

export const intakeTables = {
  intake: { key: [] },
  intake_party: { key: ['organ'] },
} as const

export const petitionOf = ({ leads }: Pick<Intake, 'leads'>): string | null =>
  leads.find(({ petition }) => petition !== null)?.petition ?? null

/** What was begun with one of the leads, if anything was. */
export const begunOf = ({ leads }: Pick<Intake, 'leads'>, kind: 'dispute' | 'mediation'): string | null =>
  leads.find((lead) => lead[kind] !== null)?.[kind] ?? null

export function intakeRows(state: IntakeState): RowSet {
  if (state === null) return {}
  const { version, reference, centre, stage, way, category, place, concerned, takenOn, movedOn } = state
  const { keptFrom, officials, recused, leads, erasedOn } = state
  return {
    intake: [
      {
        ...{ version, reference, centre, stage, way, category, place, concerned, petition: petitionOf(state) },
        ...{ dispute: begunOf(state, 'dispute'), mediation: begunOf(state, 'mediation') },
        ...{
          taken_on: takenOn,
          moved_on: movedOn,
          led_as: leads.at(-1)?.kind ?? null,
          until_day: leads.at(-1)?.until ?? null,
        },
        is_erased: erasedOn !== null,
      },
    ],
    intake_party: keptFrom.includes(centre)
      ? []
      : [{ organ: centre, stage, day: movedOn, kept_from: keptFrom, officials, recused }],
  }
}
