import { useLanguage } from '../locales/language.tsx'
import { DaysLeft, Headcount, Marks, StageMark, shownNumber } from '../petition/words.tsx'
import { InStead } from './InStead.tsx'
import type { WorkItem } from './Worklist.tsx'

/** One duty on a phone. */
export function WorkCard({ item }: { readonly item: WorkItem }) {
  const { term, pick } = useLanguage()
  const { petition } = item
  return (
    <div className="work-card">
      <div className="work-card-top">
        <DaysLeft {...item} />
        <span className="soft">{term('clockRule', item.rule)}</span>
      </div>
      <div className="work-card-title">
        <Marks row={petition} />
        <InStead petition={petition} />
        {petition.title}
      </div>
      <div className="work-card-foot faint">
        <span>{shownNumber(petition.number)}</span>
        <Headcount count={petition.headcount} />
        <span>{pick(petition.holder)}</span>
        <StageMark stage={petition.stage} />
      </div>
    </div>
  )
}
