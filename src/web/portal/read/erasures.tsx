/** In public: which petitions, disputes, mediations and visits lost their content, when, and who approved it. No word of what it was. */
import { useEffect, useState } from 'preact/hooks'
import type { listErasures } from '../../../petition/erasure-contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { termOf } from '../../../wording/terms.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { inGroups } from '../shell/days.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { call, type Trouble } from '../wire/api.ts'

type Erasures = Received<typeof listErasures>
type Erasure = Erasures['items'][number]

export function ErasuresPage({ back }: { back: { readonly to: string; readonly label: string } }) {
  const { words } = useSpeech()
  const say = words.erasures
  const { items, hasMore, trouble, fetchMore } = useErasures()
  if (items === null && trouble === null) return <Loading title={say.title} />
  return (
    <Page title={say.title} back={back}>
      <p class="lead">{say.lead}</p>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {items?.length === 0 ? <p>{say.none}</p> : null}
      <ul class="erasures">
        {(items ?? []).map((item) => (
          <Entry key={item.number} item={item} />
        ))}
      </ul>
      {hasMore ? (
        <button type="button" class="button second" onClick={fetchMore}>
          {say.more}
        </button>
      ) : null}
    </Page>
  )
}

function Entry({ item }: { item: Erasure }) {
  const { words, language } = useSpeech()
  const say = words.erasures
  return (
    <li>
      <h2>{/^\d+$/.test(item.number) ? inGroups(item.number, '-') : item.number}</h2>
      <p>{termOf('retention', item.class)[language]}</p>
      <p>{say.proposed(item.organ[language], fullDay(item.proposedOn, language))}</p>
      <p>{say.approved(item.approver[language], fullDay(item.approvedOn, language))}</p>
      <p class="hint">{item.erasedOn ? say.erased(fullDay(item.erasedOn, language)) : say.going}</p>
    </li>
  )
}

function useErasures() {
  const [items, show] = useState<readonly Erasure[] | null>(null)
  const [next, setNext] = useState<string | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const fetchFrom = (cursor: string | null) =>
    call<Erasures>(`/api/erasures${cursor ? `?cursor=${encodeURIComponent(cursor)}` : ''}`).then((answer) => {
      tell(answer.ok ? null : answer.trouble)
      if (!answer.ok) return
      show((before) => [...(cursor ? (before ?? []) : []), ...answer.value.items])
      setNext(answer.value.next)
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is opened
  useEffect(() => void fetchFrom(null), [])
  return { items, hasMore: next !== null, trouble, fetchMore: () => fetchFrom(next) }
}
