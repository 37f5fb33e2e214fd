/** Asking for a seat: one page, four questions, and then the two numbers to keep. */
import { useState } from 'preact/hooks'
import type { bookSeat, PublicDay, receptionCalendar } from '../../../leadership/reception/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { fullDay } from '../../shared/days.ts'
import { useAnswer } from '../figures/editions.tsx'
import { heldOpener } from '../follow/opener.ts'
import { Choice, ErrorSummary, TextField, Tick } from '../form/form.tsx'
import { lengthOf, type Problem, problemAt } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { inGroups } from '../shell/days.ts'
import { useSpeech, useWords } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { call, type Trouble } from '../wire/api.ts'
import { randomName } from '../wire/random.ts'
import { OneDay, OtherDays } from './days.tsx'
import type { PageOf } from './reception.tsx'

type Made = Received<typeof bookSeat>

export function Book({ say, item }: PageOf) {
  const { value, trouble } = useAnswer<Received<typeof receptionCalendar>>('/api/reception-calendar')
  const [made, keep] = useState<Made | null>(null)
  const day = value ? value.items.find(({ reception }) => reception === item) : undefined
  if (value === null && trouble === null) return <Loading title={say.bookTitle} />
  if (made && day) return <Kept made={made} day={day} say={say} />
  const back = { to: '/reception', label: say.title }
  return (
    <Page title={say.bookTitle} back={back}>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {day ? <OneDay day={day} say={say} /> : null}
      {day?.isOpen ? <Asking day={day} all={value ? value.items : []} say={say} onMade={keep} /> : null}
      {value && !day?.isOpen ? <OtherDays days={value.items.filter(({ isOpen }) => isOpen)} say={say} /> : null}
    </Page>
  )
}

interface AskingProps {
  readonly day: PublicDay
  readonly all: readonly PublicDay[]
  readonly say: PageOf['say']
  readonly onMade: (made: Made) => void
}

type Need = 'none' | 'frail' | 'urgent'

function Asking({ day, all, say, onMade }: AskingProps) {
  const { words, language } = useSpeech()
  const opener = heldOpener()
  const [name, writeName] = useState('')
  const [phone, writePhone] = useState('')
  const [subject, writeSubject] = useState('')
  const [byMessage, tickMessage] = useState(false)
  const [need, chooseNeed] = useState<Need>('none')
  const [about, chooseAbout] = useState('none')
  const [withPetition, tickPetition] = useState(opener !== null)
  const [problems, show] = useState<readonly Problem[]>([])
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)
  // one for as long as the page is open, so that a request whose answer was lost is made once
  const [idempotencyKey] = useState(randomName)
  const isAbout = about !== 'none'
  const organ = isAbout ? (day.leaders[Number(about)] || { organ: { id: '' } }).organ.id : ''
  // neither that leader nor whoever answers to them
  const others = all.filter(
    ({ isOpen, reception, leaders }) =>
      isOpen && reception !== day.reception && leaders.every((leader) => leader.organ.id !== organ),
  )
  const send = (event: Event) => {
    event.preventDefault()
    const found = [
      ...(name.trim() === '' || lengthOf(name) > 100 ? [{ field: 'name', message: say.nameWrong }] : []),
      ...(phone.replace(/\D/g, '').length < 5 || phone.length > 40
        ? [{ field: 'phone', message: say.phoneWrong }]
        : []),
      ...(lengthOf(subject) > 500 ? [{ field: 'subject', message: words.errors.tooLong(500) }] : []),
    ]
    show(found)
    tell(null)
    if (found.length > 0 || busy) return
    setBusy(true)
    const body = {
      ...{ name, phone, byMessage, about: [] },
      ...{ subject: subject.trim() || null, need: need === 'none' ? null : need },
    }
    call<Made>(`/api/reception-calendar/${day.reception}/bookings`, {
      ...({ method: 'POST', body, idempotencyKey } as const),
      ...(withPetition && opener ? { opens: opener } : {}),
    }).then((answer) => {
      setBusy(false)
      if (answer.ok) onMade(answer.value)
      else tell(answer.trouble)
    })
  }
  return (
    <form onSubmit={send} noValidate>
      <ErrorSummary problems={problems} />
      {trouble ? (
        <TroubleBox trouble={trouble}>
          <p>
            <a href="/reception">{say.otherDays}</a>
          </p>
        </TroubleBox>
      ) : null}
      <Choice
        id="about"
        legend={say.about}
        hint={say.aboutHint}
        value={about}
        onChoose={chooseAbout}
        options={[
          { value: 'none', label: say.aboutNone },
          ...day.leaders.map((leader, at) => ({
            value: String(at),
            label: `${leader.organ[language]} ${leader.title || ''} ${leader.name}`,
          })),
        ]}
      />
      {isAbout ? <OtherDays days={others} say={say} /> : null}
      {isAbout ? null : (
        <>
          <TextField
            id="name"
            label={say.name}
            error={problemAt(problems, 'name')}
            autoComplete="name"
            value={name}
            onText={writeName}
          />
          <TextField
            id="phone"
            label={say.phone}
            hint={say.phoneHint}
            error={problemAt(problems, 'phone')}
            inputMode="tel"
            autoComplete="tel"
            value={phone}
            onText={writePhone}
          />
          <Tick
            id="byMessage"
            label={say.byMessage}
            hint={say.byMessageHint}
            checked={byMessage}
            onTick={tickMessage}
          />
          <TextField
            id="subject"
            label={say.subject}
            hint={say.subjectHint}
            error={problemAt(problems, 'subject')}
            optional
            value={subject}
            onText={writeSubject}
          />
          {opener ? (
            <Tick
              id="petition"
              label={say.petition(inGroups(opener.number, '-'))}
              hint={say.petitionHint}
              checked={withPetition}
              onTick={tickPetition}
            />
          ) : (
            <p class="says">{say.petitionOther}</p>
          )}
          <Choice
            id="need"
            legend={say.need}
            hint={say.needHint}
            value={need}
            onChoose={chooseNeed}
            options={(['none', 'frail', 'urgent'] as const).map((value) => ({ value, label: say.needs[value] }))}
          />
          <div class="buttons">
            <button type="submit" class="button" aria-disabled={busy}>
              {busy ? words.actions.sending : words.actions.send}
            </button>
          </div>
        </>
      )}
    </form>
  )
}

/** Number and key, once, to be written down. */
export function Kept({ made, day, say }: { made: Made; day: PublicDay; say: PageOf['say'] }) {
  const { language } = useSpeech()
  const words = useWords()
  return (
    <Page title={say.made} back={{ to: '/reception', label: words.actions.backTo(say.title) }}>
      <p class="lead">{say.madeLead(made.closesOn ? fullDay(made.closesOn, language) : '', made.closesAt)}</p>
      <dl class="reception-kept">
        <dt>{say.reference}</dt>
        <dd>{inGroups(made.reference, '-')}</dd>
        <dt>{say.key}</dt>
        <dd>{inGroups(made.key, '-')}</dd>
      </dl>
      <p>{say.keyOnce}</p>
      <OneDay day={day} say={say} />
      <div class="buttons">
        <button type="button" class="button" onClick={() => window.print()}>
          {say.print}
        </button>
        <a class="button second" href="/reception/booking">
          {say.own}
        </a>
      </div>
    </Page>
  )
}
