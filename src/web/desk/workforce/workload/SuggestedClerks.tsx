import { Button } from 'antd'
import { useLanguage } from '../../locales/language.tsx'
import type { PetitionView } from '../../petition/petition.ts'
import { type CandidateView, useSuggestedClerks } from './workload.ts'
import '../workforce.css'

interface SuggestedClerksProps {
  readonly petition: PetitionView
  readonly onChoose: (account: string) => void
}

/** Who might have it, with why: for whoever leads the organ, who chooses. Without it the field works as it does. */
export function SuggestedClerks({ petition, onChoose }: SuggestedClerksProps) {
  const { words } = useLanguage()
  const say = words.team.workload.suggested
  const { data: candidates = [] } = useSuggestedClerks(petition)
  if (candidates.length === 0) return null
  return (
    <section className="suggested-clerks" aria-label={say.title}>
      <p className="faint">{candidates.some(({ isSuggested }) => isSuggested) ? say.says : say.nobody}</p>
      <ul>
        {candidates.map((each) => (
          <Candidate key={each.account} candidate={each} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  )
}

function Candidate({
  candidate: { account, name, load, known, bar, isSuggested },
  onChoose,
}: { readonly candidate: CandidateView } & Pick<SuggestedClerksProps, 'onChoose'>) {
  const { words } = useLanguage()
  const say = words.team.workload.suggested
  return (
    <li className={bar === null ? undefined : 'is-barred'}>
      <strong>{name}</strong>
      <span>{say.load(load.weight, load.open, load.overdue)}</span>
      {known > 0 && <span>{say.known(known)}</span>}
      {bar !== null && <span>{say.bar[bar]}</span>}
      {isSuggested && (
        <Button type="link" size="small" onClick={() => onChoose(account)}>
          {say.choose(name)}（{say.is}）
        </Button>
      )}
    </li>
  )
}
