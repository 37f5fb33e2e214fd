/** The figures of one month: sums first, then each organ, then how to check all of it. */
import type { Received } from '../../../platform/http/endpoint.ts'
import type { readFigures } from '../../../register/figures/contract.ts'
import { termOf } from '../../../wording/terms.ts'
import { TroubleBox } from '../form/trouble.tsx'
import type { FiguresWords } from '../locales/figures-zh.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { addressOf, nameOfMonth, Said, useAnswer } from './editions.tsx'

type Month = Received<typeof readFigures>
type Counts = NonNullable<Month['counts']>
type Saying = { readonly say: FiguresWords }

export function OneMonth({ figures, say }: Saying & { figures: string }) {
  const { value: month, trouble } = useAnswer<Month>(`/api/figures/${encodeURIComponent(figures)}`)
  const back = { to: '/figures', label: say.back }
  if (trouble) {
    return (
      <Page title={say.title} back={back}>
        <TroubleBox trouble={trouble} />
      </Page>
    )
  }
  if (month === null) return <Loading title={say.title} />
  return (
    <Page title={say.titleOf(nameOfMonth(month.month, say))} back={back}>
      <p class="hint">
        <Said edition={month} say={say} />
      </p>
      <Editions month={month} say={say} />
      {month.counts ? <Counted counts={month.counts} say={say} /> : <p class="warning">{say.lost}</p>}
      <Checking month={month} say={say} />
    </Page>
  )
}

function Editions({ month, say }: Saying & { month: Month }) {
  if (month.editions.length < 2) return null
  const newest = month.editions[month.editions.length - 1]
  return (
    <section class="editions" aria-labelledby="editions">
      <h2 id="editions">{say.corrected}</h2>
      {newest && newest.edition > month.edition ? <p>{say.newer}</p> : null}
      <p>{say.correctedText}</p>
      <ul>
        {month.editions.map((edition) => (
          <li key={edition.figures}>
            <a href={addressOf(edition)} aria-current={edition.edition === month.edition ? 'page' : undefined}>
              {say.edition(edition.edition)}
            </a>
            {' · '}
            <Said edition={{ ...edition, edition: 1 }} say={say} />
            {edition.reason ? <p class="hint">{say.reason[edition.reason]}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Counted({ counts, say }: Saying & { counts: Counts }) {
  const { cases, registered, state } = counts
  const sums = [
    [say.sums.cases, cases],
    [say.sums.inMonth, registered.inMonth],
    [say.sums.open, state.open],
    [say.sums.ended, state.ended],
  ] as const
  return (
    <>
      <dl class="sums">
        {sums.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      {state.unsaid > 0 ? <p class="hint">{say.unsaid(state.unsaid)}</p> : null}
      <h2>{say.byOrgan}</h2>
      <p>{say.byOrganText}</p>
      {placesIn(counts).map((place) => (
        <Place key={place.id} place={place} counts={counts} say={say} />
      ))}
    </>
  )
}

type PlaceView = Counts['table'][number]['place']

const isNobody = ({ id }: PlaceView): boolean => id === '*' || id.indexOf('region:') === 0

/** Whoever has most cases comes first, and last what stands at no organ. */
function placesIn({ table }: Counts): readonly PlaceView[] {
  const sums = new Map<string, { place: PlaceView; cases: number }>()
  for (const { place, cases } of table) {
    const sum = sums.get(place.id) || { place, cases: 0 }
    sum.cases += cases
    sums.set(place.id, sum)
  }
  return Array.from(sums.values())
    .sort((a, b) => Number(isNobody(a.place)) - Number(isNobody(b.place)) || b.cases - a.cases)
    .map(({ place }) => place)
}

function Place({ place, counts, say }: Saying & { place: PlaceView; counts: Counts }) {
  const { language } = useSpeech()
  const rows = counts.table.filter((row) => row.place.id === place.id)
  const clocks = counts.clocks.filter((row) => row.place.id === place.id)
  const cases = rows.reduce((sum, row) => sum + row.cases, 0)
  const overdue = clocks.reduce((sum, clock) => sum + clock.overdue, 0)
  const late = clocks.length === 0 ? [] : [overdue > 0 ? say.overdue(overdue) : say.noneOverdue]
  return (
    <details class="place">
      <summary>
        <strong>{place[language]}</strong>
        <span class={overdue > 0 ? 'is-late' : undefined}>{[say.cases(cases), ...late].join(' · ')}</span>
      </summary>
      <StageTable rows={rows} say={say} />
      {clocks.length > 0 ? <ClockTable clocks={clocks} say={say} /> : null}
    </details>
  )
}

function StageTable({ rows, say }: Saying & { rows: Counts['table'] }) {
  const { language } = useSpeech()
  const stageOf = (stage: string) =>
    stage in say.coarse ? say.coarse[stage as keyof typeof say.coarse] : termOf('stage', stage)[language]
  return (
    <table class="figures">
      <caption>{say.stageTable.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{say.stageTable.class}</th>
          <th scope="col">{say.stageTable.stage}</th>
          <th scope="col" class="number">
            {say.stageTable.cases}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.class} ${row.stage}`}>
            <td>{row.class === '*' ? say.noClass : termOf('class', row.class)[language]}</td>
            <td>{stageOf(row.stage)}</td>
            <td class="number">{row.cases}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const states = ['inTime', 'overdue', 'stoppedInTime', 'stoppedLate'] as const

/** Four counts beside a name are too wide for a telephone, so that each limit is a line with those that are not nought. */
function ClockTable({ clocks, say }: Saying & { clocks: Counts['clocks'] }) {
  const { language } = useSpeech()
  return (
    <table class="figures">
      <caption>{say.clockTable.caption}</caption>
      <tbody>
        {clocks.map((clock) => (
          <tr key={clock.rule}>
            <th scope="row">{termOf('clockRule', clock.rule)[language]}</th>
            <td>
              {states
                .filter((state) => clock[state] > 0)
                .map((state) => (
                  <span key={state} class={state === 'overdue' || state === 'stoppedLate' ? 'is-late' : undefined}>
                    {say.clockTable[state]} {clock[state]}
                  </span>
                ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const endings = ['csv', 'counts.csv', 'json', 'proof.json'] as const

function Checking({ month, say }: Saying & { month: Month }) {
  const fileOf = (ending: string) => `/log/figures/${month.figures}.${ending}`
  return (
    <section class="checking" aria-labelledby="checking">
      <h2 id="checking">{say.checkTitle}</h2>
      <ul>
        {say.check.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <h3>{say.downloads}</h3>
      <ul class="downloads">
        {endings.map((ending) => (
          <li key={ending}>
            <a href={fileOf(ending)} download={`xinqiao-figures-${month.figures}.${ending}`}>
              {say.files[ending]}
            </a>
          </li>
        ))}
      </ul>
      <p class="hint">{say.digest}</p>
      <p class="digest">{month.digests.extract}</p>
      <h3>{say.ownTitle}</h3>
      <p>{say.own}</p>
      <p class="digest">
        xinqiao recount {month.figures}.csv --log {location.origin} --evidence {say.evidenceFile}
      </p>
    </section>
  )
}
