/** From which day until which: in the address, so that what somebody sees can be sent to a colleague. */
import { useSearchParams } from 'react-router'
import { useAnswerWords } from './answers.ts'

const days = ['from', 'until'] as const

export const periodIn = (search: URLSearchParams): Readonly<Record<string, string>> =>
  Object.fromEntries(days.flatMap((name) => (search.get(name) ? [[name, search.get(name) ?? '']] : [])))

interface PeriodChoiceProps {
  /** What the house took where nothing was chosen. */
  readonly shown: { readonly from: string; readonly until: string } | undefined
}

export function PeriodChoice({ shown }: PeriodChoiceProps) {
  const say = useAnswerWords()
  const [search, setSearch] = useSearchParams()
  const choose = (name: (typeof days)[number], day: string) => {
    const next = new URLSearchParams(search)
    if (day === '') next.delete(name)
    else next.set(name, day)
    setSearch(next, { replace: true })
  }
  return (
    <div className="page-choice answer-period">
      {days.map((name) => (
        <label key={name}>
          {say[name]}{' '}
          <input
            type="date"
            value={search.get(name) ?? shown?.[name] ?? ''}
            onChange={({ target }) => choose(name, target.value)}
          />
        </label>
      ))}
    </div>
  )
}
