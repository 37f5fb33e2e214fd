/** Who is there: one tick a member, by keyboard or by thumb. */
import { Alert, Button, Input, Segmented } from 'antd'
import { useState } from 'react'
import { conferenceTermOf, conferenceTerms } from '../../../wording/conference-terms.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type MeetingView, useConferenceWords, useMeetingAct } from './conferences.ts'

type As = keyof typeof conferenceTerms.attendance
interface Row {
  readonly as: As
  readonly deputy: string
}

const keyOf = ({ organ, account, seat }: MeetingView['members'][number]): string =>
  `${seat} ${organ.id} ${account ?? ''}`

export function AttendanceSheet({ meeting }: { readonly meeting: MeetingView }) {
  const { words, pick, language } = useLanguage()
  const say = useConferenceWords()
  const mayRecord = meeting.actions.some(({ action, allowed }) => action === 'attendance' && allowed)
  const acting = useMeetingAct(meeting.meeting)
  const [changed, change] = useState<Readonly<Record<string, Row>>>({})
  const rowOf = (member: MeetingView['members'][number]): Row =>
    changed[keyOf(member)] ?? { as: member.as ?? 'present', deputy: member.deputy ?? '' }
  const save = () => {
    const attendance = meeting.members.map((member) => {
      const { as, deputy } = rowOf(member)
      return {
        ...{ organ: member.organ.id, account: member.account, as },
        deputy: as === 'deputised' && deputy.trim() !== '' ? deputy.trim() : null,
      }
    })
    acting.mutate({ action: 'attendance', body: { attendance }, version: meeting.version })
  }
  return (
    <section className="side-section">
      <h2>{say.attendance}</h2>
      <ul className="conference-attendance">
        {meeting.members.map((member) => {
          const row = rowOf(member)
          const who = member.name ?? pick(member.organ)
          return (
            <li key={keyOf(member)}>
              <span>
                {who}{' '}
                <span className="faint">
                  {member.name === null ? '' : `${pick(member.organ)} · `}
                  {conferenceTermOf('seatKind', member.seat)[language]}
                </span>
              </span>
              {mayRecord ? (
                <Segmented<As>
                  size="small"
                  aria-label={`${say.attendance} ${who}`}
                  value={row.as}
                  onChange={(as) => change({ ...changed, [keyOf(member)]: { ...row, as } })}
                  options={Object.entries(conferenceTerms.attendance).map(([value, term]) => ({
                    value: value as As,
                    label: pick(term),
                  }))}
                />
              ) : (
                member.as && (
                  <span className="soft">
                    {conferenceTermOf('attendance', member.as)[language]} {member.deputy}
                  </span>
                )
              )}
              {mayRecord && row.as === 'deputised' && (
                <Input
                  size="small"
                  aria-label={say.deputy}
                  placeholder={say.deputy}
                  maxLength={60}
                  value={row.deputy}
                  onChange={({ target }) => change({ ...changed, [keyOf(member)]: { ...row, deputy: target.value } })}
                />
              )}
            </li>
          )
        })}
      </ul>
      {acting.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(acting.error, words, language)} />
      )}
      {mayRecord && (
        <Button size="small" type="primary" loading={acting.isPending} onClick={save}>
          {say.saveAttendance}
        </Button>
      )}
    </section>
  )
}
