import type { PetitionRow } from '../../../petition/views.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, Headcount, Marks, StageMark, shownNumber } from '../petition/words.tsx'

/** One petition of the register on a phone. */
export function RegisterCard({ row }: { readonly row: PetitionRow }) {
  const { pick, language } = useLanguage()
  return (
    <div className="work-card">
      <div className="work-card-title">
        <Marks row={row} />
        {row.title}
      </div>
      <div className="work-card-foot">
        <StageMark stage={row.stage} />
        {row.nextDuty && <DaysLeft {...row.nextDuty} />}
      </div>
      <div className="work-card-foot faint">
        <span>{shownNumber(row.number)}</span>
        <span>{fullDay(row.registeredOn, language)}</span>
        <Headcount count={row.headcount} />
        <span>{pick(row.holder)}</span>
      </div>
    </div>
  )
}
