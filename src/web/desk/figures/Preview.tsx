/** What would be published of a month: the sums, and each organ with what is overdue there. */
import { useQuery } from '@tanstack/react-query'
import type { Received } from '../../../platform/http/endpoint.ts'
import type { previewFigures } from '../../../register/figures/contract.ts'
import { call } from '../api.ts'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import { useFiguresWords } from './figures-words.ts'

type Counts = Received<typeof previewFigures>

export function Preview({ month }: { readonly month: string }) {
  const { say, nameOf } = useFiguresWords()
  const counted = useQuery({
    queryKey: ['figures', 'preview', month],
    queryFn: ({ signal }) =>
      call<typeof previewFigures>('GET', '/api/figures/preview/:month', { params: { month } }, { signal }),
  })
  return (
    <section className="panel" aria-label={`${say.preview} · ${nameOf(month)}`}>
      <h2>{`${say.preview} · ${nameOf(month)}`}</h2>
      {counted.isPending && <p role="status">{say.counting}</p>}
      {counted.isError && <Trouble error={counted.error} onRetry={() => counted.refetch()} />}
      {counted.data && <Counted counts={counted.data} />}
    </section>
  )
}

function Counted({ counts }: { readonly counts: Counts }) {
  const { say } = useFiguresWords()
  const { pick } = useLanguage()
  const { cases, registered, state } = counts
  return (
    <>
      <Pairs
        pairs={[
          [say.cases, cases],
          [say.inMonth, registered.inMonth],
          [say.openCases, state.open],
          [say.ended, state.ended],
          [say.unsaid, state.unsaid],
        ]}
      />
      <table className="figures-months">
        <thead>
          <tr>
            <th scope="col">{say.organ}</th>
            <th scope="col">{say.count}</th>
            <th scope="col">{say.overdue}</th>
          </tr>
        </thead>
        <tbody>
          {placesIn(counts).map(({ place, cases: count, overdue }) => (
            <tr key={place.id}>
              <th scope="row">{pick(place)}</th>
              <td>{count}</td>
              <td className={overdue ? 'figures-late' : undefined}>{overdue ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

/** Most cases first. Where no duties are told, nothing can be said of what is overdue. */
function placesIn({ table, clocks }: Counts) {
  const overdue = (id: string) => {
    const own = clocks.filter(({ place }) => place.id === id)
    return own.length === 0 ? null : own.reduce((sum, clock) => sum + clock.overdue, 0)
  }
  const byPlace = new Map<string, { place: Counts['table'][number]['place']; cases: number; overdue: number | null }>()
  for (const { place, cases } of table) {
    const row = byPlace.get(place.id) ?? { place, cases: 0, overdue: overdue(place.id) }
    row.cases += cases
    byPlace.set(place.id, row)
  }
  return [...byPlace.values()].sort((a, b) => b.cases - a.cases)
}
