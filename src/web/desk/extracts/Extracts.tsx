/** What one's organ was told by law of an accusation against it; never the accusation itself (art. 30 (3)). */
import { useQuery } from '@tanstack/react-query'
import type { listExtracts } from '../../../petition/contract.ts'
import { fullDay } from '../../shared/days.ts'
import { call } from '../api.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { usePageTitle } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import './extracts.css'

export function Extracts() {
  const { words, pick, language } = useLanguage()
  usePageTitle(words.extract.title)
  const told = useQuery({
    queryKey: ['extracts'],
    queryFn: ({ signal }) => call<typeof listExtracts>('GET', '/api/extracts', {}, { signal }),
  })
  if (told.isPending) return <Skeleton lines={6} />
  if (told.isError) return <Trouble error={told.error} onRetry={() => told.refetch()} />
  return (
    <div className="extracts">
      <h1>{words.extract.title}</h1>
      <p className="faint">{words.extract.says}</p>
      {told.data.items.length === 0 && <Nothing title={words.extract.none} />}
      <ol>
        {told.data.items.map(({ on, by, extract, legalBasis }) => (
          <li key={`${on}${by.id}${extract}`}>
            <h2>
              {pick(by)} <span className="faint">{fullDay(on, language)}</span>
            </h2>
            <p className="prose">{extract}</p>
            <p className="faint">
              {words.extract.basis} {legalBasis}
            </p>
          </li>
        ))}
      </ol>
    </div>
  )
}
