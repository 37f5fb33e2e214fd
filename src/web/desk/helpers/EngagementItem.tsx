/** One engagement: who, what for, where it stands, and what can be done with it now. */
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { helperTermOf } from '../../../wording/helper-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { shownNumber } from '../petition/words.tsx'
import { type EngagementAct, EngagementDialog } from './HelperDialogs.tsx'
import { type EngagementView, useHelping } from './helpers.ts'
import { nameOfKind } from './names.ts'

const actsAt: Readonly<Record<EngagementView['stage'], readonly EngagementAct[]>> = {
  awaitingConsent: ['record-consent', 'end'],
  invited: ['end'],
  accepted: ['record-help', 'end'],
  refused: [],
  ended: [],
}
const commandOf = { 'record-consent': 'AnswerConsent', 'record-help': 'RecordHelp', end: 'EndEngagement' } as const

export function EngagementItem(props: { readonly engagement: EngagementView; readonly isLinked?: true }) {
  const { engagement, isLinked } = props
  const { words, language } = useLanguage()
  const [act, setAct] = useState<EngagementAct | null>(null)
  const { helper, mediation, what, stage, until, refused, ended, parts } = engagement
  // on the page of a petition it stands under a heading of its own
  const Name = isLinked ? 'h2' : 'h3'
  const why = refused
    ? helperTermOf('engagementRefusedBy', refused.by)[language]
    : ended && helperTermOf('engagementEndedBy', ended.by)[language]
  return (
    <>
      <Name>
        {helper.name} <span className="faint">{nameOfKind(helper.kind, language)}</span>
      </Name>
      {isLinked && (
        <p>
          <ToSubject engagement={engagement} />
        </p>
      )}
      <p>
        <strong>{helperTermOf('engagementStage', stage)[language]}</strong>
        {why && ` · ${why}`} · {words.helper.until(fullDay(until, language))}
      </p>
      <p className="prose">{what}</p>
      {parts.map(({ on, day, way, by, said }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what was recorded is only ever added to
        <p key={`${on} ${at}`} className="helper-part">
          {fullDay(day, language)} · {helperTermOf('helpingWay', way)[language]} · {words.helper.by[by]}
          {said && (
            <span className="prose">
              {words.colon}
              {said}
            </span>
          )}
        </p>
      ))}
      <div className="helper-acts">
        {(stage === 'invited' || stage === 'accepted') && <KeyFor engagement={engagement} />}
        {mediation && stage === 'awaitingConsent' && <span className="faint">{words.helper.partiesSay}</span>}
        {actsAt[stage]
          .filter((each) => !(mediation && each === 'record-consent'))
          .map((each) => (
            <Button key={each} size="small" onClick={() => setAct(each)}>
              {helperTermOf('engagementCommand', commandOf[each])[language]}
            </Button>
          ))}
      </div>
      {act && <EngagementDialog engagement={engagement} act={act} onClose={() => setAct(null)} />}
    </>
  )
}

function ToSubject({ engagement: { petition, screening, mediation } }: { readonly engagement: EngagementView }) {
  const { words } = useLanguage()
  const placeName = usePlaceName()
  if (petition) return <Link to={`/petitions/${petition}`}>{shownNumber(petition)}</Link>
  if (mediation) return <Link to={`/mediations/${mediation.mediation}`}>{words.helper.toMediation}</Link>
  if (!screening) return null
  const { screening: campaign, area } = screening
  return <Link to={`/screenings/${campaign}/${area}`}>{words.helper.toScreening(placeName(area))}</Link>
}

/** The link is shown once, to be handed to the helper: the house keeps a digest of its key and cannot show it again. */
function KeyFor({ engagement }: { readonly engagement: EngagementView }) {
  const { words } = useLanguage()
  const doing = useHelping()
  const key = doing.data?.key
  const link = key && `${location.origin}/helping#${engagement.engagement}.${key.replaceAll('-', '')}`
  return (
    <>
      <Button
        size="small"
        loading={doing.isPending}
        onClick={() => doing.mutate({ path: `/api/engagements/${engagement.engagement}/issue-key`, body: {} })}
      >
        {engagement.keyIssued ? words.helper.newKey : words.helper.issueKey}
      </Button>
      {link && (
        <p role="status" className="helper-key">
          {words.helper.keySays}
          <br />
          <code>{link}</code>
        </p>
      )}
    </>
  )
}
