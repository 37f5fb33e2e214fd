import { Button, Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { findCategory } from '../../../law/codes/categories.ts'
import { disputeTermOf } from '../../../wording/dispute-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { ActModal } from '../layout/ActModal.tsx'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { type OriginView, useDisputesOf, useJoining, useOrigins } from './disputes.ts'
import './disputes.css'

interface OfPetition {
  readonly number: string
}

/** On the page of a petition: the dispute that it was, for organs with a part in that; else from which dispute it may come. */
export function DisputesOf({ number }: OfPetition) {
  const { words, language } = useLanguage()
  const { has } = useSession()
  const keeps = has('clerk') || has('head') || has('leader') || has('supervisor')
  const { data } = useDisputesOf(number, keeps)
  if (!data) return null
  if (data.length === 0) return has('clerk') || has('head') ? <OriginOf number={number} /> : null
  return (
    <SideBlock title={words.dispute.was} isFilled>
      {data.map(({ dispute, title, stage }) => (
        <div key={dispute}>
          <Link to={`/disputes/${dispute}`}>{title}</Link>
          <div className="faint">{disputeTermOf('disputeStage', stage)[language]}</div>
        </div>
      ))}
    </SideBlock>
  )
}

/** What lies in an address behind the last stroke, or the number itself. */
const disputeIn = (typed: string): string | null => /([A-Za-z0-9_-]{22})\s*$/.exec(typed)?.[1] ?? null

/** 这件事来自哪起纠纷: offered where somebody is on both papers and the kind is the same; whoever handles it says so. */
function OriginOf({ number }: OfPetition) {
  const { words } = useLanguage()
  const say = words.dispute.origin
  const [isAsking, ask] = useState(false)
  const [named, name] = useState<string | null>(null)
  const [chosen, choose] = useState<OriginView | null>(null)
  const offered = useOrigins(number, null, true)
  const found = useOrigins(number, named, named !== null)
  const all = [...(offered.data?.items ?? []), ...(named === null ? [] : (found.data?.items ?? []))]
  return (
    <SideBlock
      title={say.title}
      isFilled={all.length > 0 || isAsking}
      act={
        !isAsking && (
          <button type="button" className="link" onClick={() => ask(true)}>
            {all.length > 0 ? say.another : say.title}
          </button>
        )
      }
    >
      {(offered.data?.items.length ?? 0) > 0 && <p className="faint">{say.says}</p>}
      {all.length > 0 && (
        <ul className="dispute-origins">
          {all.map((each) => (
            <Offered key={each.origin} origin={each} onChoose={() => choose(each)} />
          ))}
        </ul>
      )}
      {isAsking && (
        <Input.Search
          size="small"
          aria-label={say.named}
          placeholder={say.named}
          enterButton={say.find}
          onSearch={(typed) => name(disputeIn(typed))}
        />
      )}
      {named !== null && found.isSuccess && found.data.items.length === 0 && <p className="faint">{say.none}</p>}
      {chosen && (
        <Joining
          number={number}
          origin={chosen}
          isNamed={offered.data?.items.every(({ origin }) => origin !== chosen.origin) ? named : null}
          onClose={() => choose(null)}
        />
      )}
    </SideBlock>
  )
}

/** Whoever has a part in it reads what it is called; to anybody else it is a kind, an office and a day. */
function Offered({ origin, onChoose }: { readonly origin: OriginView; onChoose(): void }) {
  const { words } = useLanguage()
  const { name, says } = useOriginInWords(origin)
  return (
    <li>
      {origin.dispute === null ? name : <Link to={`/disputes/${origin.dispute}`}>{name}</Link>}
      <div className="faint">{says}</div>
      <Button size="small" onClick={onChoose}>
        {words.dispute.origin.thisOne}
      </Button>
    </li>
  )
}

function useOriginInWords({ title, category, responsible, recordedOn, stage }: OriginView) {
  const { pick, language } = useLanguage()
  const kind = pick(findCategory(category) ?? { zh: category, en: category })
  const says = [pick(responsible), fullDay(recordedOn, language), disputeTermOf('disputeStage', stage)[language]]
  return { name: title ?? kind, says: says.join(' · ') }
}

interface JoiningProps extends OfPetition {
  readonly origin: OriginView
  readonly isNamed: string | null
  onClose(): void
}

function Joining({ number, origin, isNamed, onClose }: JoiningProps) {
  const { words } = useLanguage()
  const doing = useJoining(number)
  const { name, says } = useOriginInWords(origin)
  return (
    <ActModal
      title={words.dispute.origin.thisOne}
      follows={words.dispute.origin.follows}
      doing={doing}
      sent={(_: object) => ({ origin: origin.origin, dispute: isNamed })}
      onClose={onClose}
    >
      <p>
        {name}
        <br />
        <span className="faint">{says}</span>
      </p>
    </ActModal>
  )
}
