import { useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useSearchParams } from 'react-router'
import { type Post, posts } from '../../../../kernel/viewer.ts'
import { termOf } from '../../../../wording/terms.ts'
import type * as wire from '../../../../workforce/handbook/contract.ts'
import { call } from '../../api.ts'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { useSession } from '../../session/session-context.ts'
import { TeamPage } from '../TeamPage.tsx'
import '../../house/house.css'
import './handbook.css'

type HandbookView = wire.HandbookView

const useHandbook = (post: Post) =>
  useQuery({
    queryKey: ['handbook', post],
    queryFn: ({ signal }) =>
      call<typeof wire.readHandbook>('GET', '/api/workforce/handbook', { query: { post } } as never, { signal }),
  })

/** 岗位手册: what a post may do, which limits bind it and which doors open for it, to be read and printed. */
export function Handbook() {
  const { words, pick } = useLanguage()
  const say = words.team.handbook
  const { has } = useSession()
  const [search, setSearch] = useSearchParams()
  const post = posts.find((each) => each === search.get('post')) ?? posts.find((each) => has(each)) ?? 'clerk'
  const read = useHandbook(post)
  return (
    <TeamPage>
      <p className="soft page-says">{say.says}</p>
      <div className="page-choice handbook-choice">
        <Select
          aria-label={say.post}
          value={post}
          options={posts.map((each) => ({ value: each, label: pick(termOf('post', each)) }))}
          onChange={(each) => setSearch({ post: each }, { replace: true })}
        />
        <Button onClick={() => window.print()}>{say.print}</Button>
      </div>
      {read.isPending && <Skeleton lines={10} />}
      {read.isError && <Trouble error={read.error} onRetry={() => read.refetch()} />}
      {read.data && <Whole handbook={read.data} />}
    </TeamPage>
  )
}

interface WholeProps {
  readonly handbook: HandbookView
}

function Whole({ handbook }: WholeProps) {
  const { words, pick } = useLanguage()
  const say = words.team.handbook
  const { name, law, steps, duties, rooms } = handbook
  if (steps.length + duties.length + rooms.length === 0) return <Nothing title={say.nothing} says={say.says} />
  return (
    <article className="handbook">
      <h2>{say.title2(pick(name))}</h2>
      <p className="soft">{say.law(pick(law))}</p>
      <Contents handbook={handbook} />
      {steps.length > 0 && <Steps steps={steps} />}
      {duties.length > 0 && <Duties duties={duties} />}
      <Doors rooms={rooms} />
    </article>
  )
}

const ofRoom = (room: string): string => `handbook-${room}`

/** It is long, and whoever looks something up knows in which work. */
function Contents({ handbook: { steps, duties, rooms } }: WholeProps) {
  const { words, pick } = useLanguage()
  const say = words.team.handbook
  return (
    <nav className="handbook-contents" aria-label={say.contents}>
      {steps.length > 0 && <a href={`#${ofRoom('steps')}`}>{say.steps(steps.length)}</a>}
      {duties.length > 0 && <a href={`#${ofRoom('duties')}`}>{say.duties(duties.length)}</a>}
      {rooms.map(({ room, title }) => (
        <a key={room} href={`#${ofRoom(room)}`}>
          {pick(title)}
        </a>
      ))}
    </nav>
  )
}

function Steps({ steps }: Pick<HandbookView, 'steps'>) {
  const { words, pick } = useLanguage()
  const say = words.team.handbook
  const joined = (terms: readonly { readonly zh: string; readonly en: string }[]) => terms.map(pick).join(say.comma)
  return (
    <section className="panel handbook-part" id={ofRoom('steps')}>
      <h3>{say.steps(steps.length)}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.step}</th>
            <th scope="col">{say.by}</th>
            <th scope="col">{say.at}</th>
            <th scope="col">{say.basis}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ command, name, by, at, needsHead, basis }) => (
            <tr key={command}>
              <th scope="row">
                {pick(name)}
                {needsHead && <span className="faint"> {say.needsHead}</span>}
              </th>
              <td data-label={say.by}>{joined(by)}</td>
              <td data-label={say.at}>{at.length === 0 ? say.anyTime : joined(at)}</td>
              <td data-label={say.basis}>{pick(basis)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Duties({ duties }: Pick<HandbookView, 'duties'>) {
  const { words, pick } = useLanguage()
  const say = words.team.handbook
  return (
    <section className="panel handbook-part" id={ofRoom('duties')}>
      <h3>{say.duties(duties.length)}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{say.duty}</th>
            <th scope="col">{say.span}</th>
            <th scope="col">{say.bearer}</th>
            <th scope="col">{say.basis}</th>
          </tr>
        </thead>
        <tbody>
          {duties.map(({ clock, name, bearer, span, basis }) => (
            <tr key={clock}>
              <th scope="row">{pick(name)}</th>
              <td data-label={say.span}>{pick(span)}</td>
              <td data-label={say.bearer}>{pick(bearer)}</td>
              <td data-label={say.basis}>{pick(basis)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Doors({ rooms }: Pick<HandbookView, 'rooms'>) {
  const { words } = useLanguage()
  const say = words.team.handbook
  return (
    <section className="panel handbook-part">
      <h3>{say.rooms}</h3>
      <p className="faint">{say.roomsSay}</p>
      {rooms.map((each) => (
        <Room key={each.room} {...each} />
      ))}
    </section>
  )
}

/** What is done there one by one, what is only read in one line. */
function Room({ room, title, doors }: HandbookView['rooms'][number]) {
  const { words, pick } = useLanguage()
  const say = words.team.handbook
  const acts = doors.filter(({ changes }) => changes)
  const reads = doors.filter(({ changes }) => !changes)
  return (
    <div className="handbook-room" id={ofRoom(room)}>
      <h4>{pick(title)}</h4>
      {acts.length > 0 && (
        <ul>
          {acts.map((door) => (
            <li key={door.id}>{pick(door)}</li>
          ))}
        </ul>
      )}
      {reads.length > 0 && <p className="soft">{say.reads(reads.map(pick).join(say.between))}</p>}
    </div>
  )
}
