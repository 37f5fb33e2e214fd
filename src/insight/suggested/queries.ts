/** Sums of the whole house: what was chosen against what would have been suggested, and what was learned. No petition and nobody stands in them. */
import { addDays } from '../../kernel/day.ts'
import type { AgreementView, ModelView } from './contract.ts'
import type { SuggestedHouse } from './house.ts'

const shownDays = 90
/** Nights that are shown of each kind. */
const shownNights = 14

export async function readAgreementOf({ work, today }: Pick<SuggestedHouse, 'work' | 'today'>): Promise<AgreementView> {
  const from = addDays(today(), -shownDays)
  const [chosen, models] = await Promise.all([
    work.query<AgreementView['agreement'][number]>({
      name: 'suggested agreement',
      text: `select target, count(*)::int as petitions, count(*) filter (where chosen = suggested[1])::int as first,
          count(*) filter (where chosen = any (suggested))::int as among
        from suggested_choice where registered_on >= $1 group by target order by target`,
      values: [from],
    }),
    work.query<ModelRow>({
      name: 'suggested models',
      text: `select target, version, learned_at, learned, asked, accuracy, macro_f1, top3, in_use from (
          select *, row_number() over (partition by target order by version desc) as place from suggested_model) newest
        where place <= $1 or in_use order by target, version desc`,
      values: [shownNights],
    }),
  ])
  return { from, agreement: chosen.rows, models: models.rows.map(modelView) }
}

interface ModelRow {
  readonly target: ModelView['target']
  readonly version: number
  readonly learned_at: Date
  readonly learned: number
  readonly asked: number
  readonly accuracy: number | null
  readonly macro_f1: number | null
  readonly top3: number | null
  readonly in_use: boolean
}

const modelView = ({ learned_at, macro_f1, in_use, ...row }: ModelRow): ModelView => ({
  ...row,
  learnedAt: new Date(learned_at).toISOString(),
  macroF1: macro_f1,
  inUse: in_use,
})
