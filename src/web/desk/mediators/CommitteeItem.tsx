/** One committee: where, who elected it and until when, how many are on the roster, and what it lacks against the law. */
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { ActionsNow } from '../layout/ActionsNow.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { CommitteeDialog } from './CommitteeDialog.tsx'
import type { CommitteeView } from './mediators.ts'
import { nameOfCommitteeKind, nameOfElecting } from './names.ts'

export function CommitteeItem({ committee }: { readonly committee: CommitteeView }) {
  const { words, pick, language } = useLanguage()
  const placeName = usePlaceName()
  const { name, kind, region, election, onRoster, gaps, keeper, state, isOurs, actions } = committee
  return (
    <>
      <h2>
        {name} {state === 'ended' && <span className="mediator-state">{words.mediator.ended}</span>}
      </h2>
      <p className="soft">
        {nameOfCommitteeKind(kind, language)} · {placeName(region)}
      </p>
      {election && (
        <p>
          {words.mediator.elected(
            fullDay(election.day, language),
            fullDay(election.until, language),
            nameOfElecting(election.by, language),
          )}
          <br />
          {words.mediator.composition(election.members, election.women, election.minority)}
        </p>
      )}
      <p>
        <Link className="mediator-roster-link" to={`/mediators?committee=${committee.committee}`}>
          {words.mediator.onRoster(onRoster)}
        </Link>
        <span className="faint"> · {words.mediator.keptBy(pick(keeper))}</span>
      </p>
      {gaps.length > 0 && (
        <ul className="committee-gaps" aria-label={words.mediator.gaps}>
          {gaps.map((gap) => (
            <li key={gap.gap}>{pick(gap)}</li>
          ))}
        </ul>
      )}
      {isOurs && state !== 'ended' && (
        <ActionsNow
          title={name}
          actions={actions}
          dialog={(action, onClose) => (
            <CommitteeDialog committee={committee} act={action.action} title={action[language]} onClose={onClose} />
          )}
        />
      )}
    </>
  )
}
