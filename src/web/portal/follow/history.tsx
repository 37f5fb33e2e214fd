/** Everything that has happened, latest first, with the words that were addressed to the petitioner. */

import type { FollowView, HistoryEntry } from '../../../petition/views.ts'
import { dayInWords } from '../../../wording/days.ts'
import { clockInWords } from '../../../wording/references.ts'
import { type TermGroup, termOf } from '../../../wording/terms.ts'
import { instantInWords } from '../../shared/days.ts'
import type { Bilingual } from '../../shared/language.ts'
import { dayAndWeekday } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

export function History({ petition }: FollowedProps) {
  const { words } = useSpeech()
  const { follow } = words
  const entries = entriesOf(petition).slice().reverse()
  return (
    <FollowPage petition={petition} title={follow.sections.history} lead={follow.historyLead}>
      {entries.length === 0 ? <p>{follow.noHistory}</p> : null}
      <ol class="timeline" reversed>
        {entries.map((entry) => (
          <Entry key={entry.version} entry={entry} />
        ))}
      </ol>
    </FollowPage>
  )
}

export const entriesOf = (petition: FollowView): readonly HistoryEntry[] =>
  petition.history.filter((entry) => isMine(entry, petition))

/** Of several petitioners each has their own rights; another's right that lapsed is not this one's to read. */
function isMine({ values }: HistoryEntry, { clocks }: FollowView): boolean {
  return typeof values.clock !== 'string' || clocks.some(({ id }) => id === values.clock)
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const { words, language } = useSpeech()
  const texts = Object.entries(entry.texts).filter(([, text]) => text.trim() !== '')
  return (
    <li>
      <p class="when">
        <time dateTime={entry.recordedAt} title={instantInWords(entry.recordedAt, language)}>
          {dayAndWeekday(entry.on, language)}
        </time>
      </p>
      <h2>{termOf('factType', entry.type)[language]}</h2>
      <p class="hint">{actor()}</p>
      {detailsOf(entry).map((detail) => (
        <p key={detail.zh}>{detail[language]}</p>
      ))}
      {texts.map(([field, text]) => (
        <blockquote key={field}>{text}</blockquote>
      ))}
    </li>
  )

  function actor(): string {
    if (entry.by.kind === 'petitioner') return words.follow.by.you
    const { organ } = entry.values
    return entry.by.organ?.[language] ?? (isOrgan(organ) ? organ[language] : words.follow.by.office)
  }
}

const isOrgan = (value: unknown): value is Bilingual =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

/** Coded values in words, in the order in which a person would ask: to whom, what, until when. */
function detailsOf({ type, values }: HistoryEntry): readonly Bilingual[] {
  const details: Bilingual[] = []
  const { from, to, competent, approver } = values
  if (isOrgan(from) && isOrgan(to)) details.push({ zh: `${from.zh} → ${to.zh}`, en: `${from.en} → ${to.en}` })
  if (isOrgan(competent)) details.push({ zh: `归${competent.zh}办理`, en: `Competent: ${competent.en}` })
  if (isOrgan(approver)) details.push({ zh: `须经${approver.zh}批准`, en: `Needs the approval of ${approver.en}` })
  for (const [field, group] of coded) {
    const value = values[field]
    if (typeof value === 'string')
      details.push(termOf(type === 'PetitionerContacted' && field === 'way' ? 'contactWay' : group, value))
  }
  if (typeof values.clock === 'string') details.push(clockInWords(values.clock))
  if (typeof values.servedOn === 'string') details.push(dayInWords(values.servedOn))
  if (typeof values.until === 'string') {
    const until = dayInWords(values.until)
    details.push({ zh: `公告至${until.zh}期满`, en: `Announced until ${until.en}` })
  }
  if (typeof values.due === 'string') {
    const due = dayInWords(values.due)
    details.push(
      type === 'ExtensionTakenBack'
        ? { zh: `期限恢复为${due.zh}`, en: `The last day is again ${due.en}` }
        : { zh: `延长至${due.zh}`, en: `Extended to ${due.en}` },
    )
  }
  if (typeof from === 'string' && typeof to === 'string') details.push(movedInWords(from, to))
  for (let at = 0; typeof values[`moved.${at}.clock`] === 'string'; at += 1) {
    const clock = clockInWords(String(values[`moved.${at}.clock`]))
    const days = movedInWords(String(values[`moved.${at}.from`]), String(values[`moved.${at}.to`]))
    details.push({ zh: `${clock.zh}：${days.zh}`, en: `${clock.en}: ${days.en}` })
  }
  if (typeof values.reopens === 'string')
    details.push({ zh: '该权利仍可行使，事项恢复办理', en: 'The right still runs, and the matter is open again' })
  return details
}

function movedInWords(from: string, to: string): Bilingual {
  const [was, is] = [dayInWords(from), dayInWords(to)]
  return { zh: `由${was.zh}改为${is.zh}`, en: `moved from ${was.en} to ${is.en}` }
}

const coded: readonly (readonly [string, TermGroup])[] = [
  ['kind', 'documentKind'],
  ['outcome', 'reviewOutcome'],
  ['adoption', 'adoption'],
  ['route', 'route'],
  ['way', 'serviceWay'],
  ['identity', 'identityProof'],
  ['seal', 'seal'],
  ['purpose', 'openingPurpose'],
]
