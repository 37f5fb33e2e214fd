import { useQuery } from '@tanstack/react-query'
import { Unreachable } from '../../shared/problem.ts'
import { Page } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Pairs } from '../petition/facts.tsx'
import './house.css'

interface Health {
  readonly status: 'ok' | 'down'
  readonly database: 'up' | 'down'
  readonly version: string
  readonly lag: Readonly<Record<string, number>>
  readonly backup?: 'off' | 'good' | 'late' | 'failed'
}

/** A house that is down answers too, with 503. */
async function readHealth(signal: AbortSignal): Promise<Health> {
  const response = await fetch('/healthz', { signal }).catch((cause: unknown) => {
    throw new Unreachable(cause)
  })
  return (await response.json()) as Health
}

const everyMs = 10_000

/** Whether the house works, which version it is, and how far its readers are behind. */
export function HousePage() {
  const { words } = useLanguage()
  const health = useQuery({
    queryKey: ['health'],
    queryFn: ({ signal }) => readHealth(signal),
    refetchInterval: everyMs,
  })
  return (
    <Page title={words.about.title} isNarrowColumn>
      {health.isPending && <Skeleton lines={4} />}
      {health.isError && <Trouble error={health.error} onRetry={() => health.refetch()} />}
      {health.data && (
        <section className="panel">
          <Pairs
            pairs={[
              [words.about.status, health.data.status === 'ok' ? words.about.ok : words.about.down],
              [words.about.database, health.data.database === 'up' ? words.about.up : words.about.down],
              [words.about.version, health.data.version],
              [words.about.backup, health.data.backup && words.backups.standing[health.data.backup]],
              ...Object.entries(health.data.lag).map(
                ([reader, facts]) =>
                  [words.about.reader(reader), facts === 0 ? words.about.noLag : words.about.lag(facts)] as const,
              ),
            ]}
          />
          <p className="faint">{words.about.says}</p>
          <p>
            <a href="/api/docs">{words.about.docs}</a>
          </p>
        </section>
      )}
    </Page>
  )
}
