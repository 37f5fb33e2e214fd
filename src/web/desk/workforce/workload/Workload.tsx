import { Link } from 'react-router'
import { fullDay } from '../../../shared/days.ts'
import { More } from '../../layout/More.tsx'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { Pairs } from '../../petition/facts.tsx'
import { useSession } from '../../session/session-context.ts'
import { TeamPage } from '../TeamPage.tsx'
import { LoadTable } from './LoadTable.tsx'
import { type LoadView, useOrganWorkloads, useWorkload, type WorkloadView } from './workload.ts'
import '../workforce.css'

/** 工作量: one's own, that of the people of the organ for whoever leads it, and that of organs for the office above. */
export function Workload() {
  const { words } = useLanguage()
  const read = useWorkload()
  return (
    <TeamPage>
      <p className="soft page-says">{words.team.workload.says}</p>
      {read.isPending ? (
        <Skeleton lines={6} />
      ) : read.isError ? (
        <Trouble error={read.error} onRetry={() => read.refetch()} />
      ) : (
        <Whole view={read.data} />
      )}
    </TeamPage>
  )
}

interface Shown {
  readonly view: WorkloadView
}

function Whole({ view }: Shown) {
  return (
    <>
      <Own load={view.own} />
      <People view={view} />
      <Organs />
      <Weights view={view} />
    </>
  )
}

function Own({ load }: { readonly load: LoadView }) {
  const { words } = useLanguage()
  const say = words.team.workload
  return (
    <section className="team-part">
      <h2>{say.own}</h2>
      <dl className="team-figures">
        {(['open', 'dueThisWeek', 'overdue', 'weight'] as const).map((key) => (
          <div key={key}>
            <dt className="soft">{say[key]}</dt>
            <dd className={key === 'overdue' && load.overdue > 0 ? 'team-late' : undefined}>{load[key]}</dd>
          </div>
        ))}
      </dl>
      <Link to="/worklist?whose=mine">{say.toWork}</Link>
    </section>
  )
}

function People({ view: { people, nobodys, whole } }: Shown) {
  const { words, language } = useLanguage()
  const say = words.team.workload
  if (people === null) return null
  const rows = people.map(({ account, name, load, away }) => ({
    ...{ key: account, name, load },
    says: away && say.away(fullDay(away.until, language), away.stead),
  }))
  const last = [
    ...(nobodys === null ? [] : [{ key: 'nobody', name: say.nobodys, load: nobodys, says: null }]),
    ...(whole === null ? [] : [{ key: 'whole', name: say.whole, load: whole, says: null }]),
  ]
  return (
    <section className="team-part">
      <h2>{say.people}</h2>
      <p className="faint">{say.peopleSays}</p>
      {people.length === 0 ? (
        <Nothing title={say.noPeople} />
      ) : (
        <LoadTable label={say.people} first={say.person} rows={rows} last={last} />
      )}
    </section>
  )
}

function Organs() {
  const { words, pick } = useLanguage()
  const say = words.team.workload
  const { has, organ: own } = useSession()
  const leads = has('head') || has('leader')
  const read = useOrganWorkloads(leads)
  if (!leads) return null
  if (read.isPending) return <Skeleton lines={4} />
  if (read.isError) return <Trouble error={read.error} onRetry={() => read.refetch()} />
  const organs = read.data.pages[0]?.organs ?? 0
  const rows = read.data.pages
    .flatMap(({ items }) => items)
    .map(({ organ, load }) => ({ key: organ.id, name: pick(organ), load, says: null }))
  // of the reader's own organ the table above says more
  if (rows.every(({ key }) => key === own.id)) return null
  return (
    <section className="team-part">
      <h2>{say.organs(organs)}</h2>
      <LoadTable label={say.organs(organs)} first={say.organ} rows={rows} last={[]} />
      <More hasMore={read.hasNextPage} isLoading={read.isFetchingNextPage} onMore={() => read.fetchNextPage()} />
    </section>
  )
}

function Weights({ view: { weights, basis } }: Shown) {
  const { words, pick } = useLanguage()
  const say = words.team.workload
  return (
    <details className="team-part">
      <summary>{say.weights}</summary>
      <p>{say.weightsSay}</p>
      <Pairs pairs={weights.map((each) => [pick(each), String(each.weight)] as const)} />
      <p className="faint">{say.basis(pick(basis))}</p>
    </details>
  )
}
