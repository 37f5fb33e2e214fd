/** 书面会签: what went round, who signed what, and how it ended. The running one first. */
import { conferenceTermOf } from '../../../wording/conference-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { type CirculationView, type ItemView, useConferenceWords } from './conferences.ts'
import { Decision } from './ItemParts.tsx'

export function Rounds({ item }: { readonly item: ItemView }) {
  const say = useConferenceWords()
  if (item.circulations.length === 0) return null
  return (
    <section className="report-part">
      <h2>{say.round}</h2>
      {item.circulations.toReversed().map((round) => (
        <Round key={round.on + round.until + (round.ended?.on ?? '')} round={round} />
      ))}
    </section>
  )
}

function Round({ round }: { readonly round: CirculationView }) {
  const { language } = useLanguage()
  const say = useConferenceWords()
  const { on, until, by, ended, draft } = round
  const isDecided = ended?.because === 'agreed'
  return (
    <div className="conference-round">
      <p className="faint">
        {say.roundOf(fullDay(on, language), fullDay(until, language))}
        {by && ` · ${say.roundBy(by)}`}
      </p>
      {ended && (
        <p className={isDecided ? undefined : 'is-late'}>
          <strong>{conferenceTermOf('circulationEnd', ended.because)[language]}</strong>{' '}
          <span className="faint nowrap">{fullDay(ended.on, language)}</span>
          {ended.reason && (
            <>
              <br />
              {ended.reason}
            </>
          )}
        </p>
      )}
      {/* what was decided stands above, in the words that went round */}
      {!isDecided && (
        <>
          <h3>{say.roundDraft}</h3>
          <Decision decision={draft} />
        </>
      )}
      <h3>{say.signatories}</h3>
      <Signatories round={round} />
    </div>
  )
}

function Signatories({ round }: { readonly round: CirculationView }) {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  return (
    <ul className="conference-signatories">
      {round.signatories.map(({ seat, organ, name, view, on, reason, isYou }) => (
        <li key={seat + organ.id + (name ?? '')} className={view && view !== 'agreed' ? 'is-late' : undefined}>
          <span>
            {name ?? pick(organ)}{' '}
            <span className="faint">
              {name === null ? '' : `${pick(organ)} · `}
              {conferenceTermOf('seatKind', seat)[language]}
              {isYou ? ` · ${say.you}` : ''}
            </span>
          </span>
          <span>
            {view ? conferenceTermOf('signedView', view)[language] : say.notSigned}{' '}
            {on && <span className="faint nowrap">{fullDay(on, language)}</span>}
          </span>
          {reason && <p className="prose">{reason}</p>}
        </li>
      ))}
    </ul>
  )
}
