/** Evidence to take home: of the registration and of each document, and how to check and to keep it. */
import { useEffect, useState } from 'preact/hooks'
import { termOf } from '../../../wording/terms.ts'
import { checkingPage } from '../../shared/checking.ts'
import { fullDay } from '../../shared/days.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { useSpeech, useWords } from '../shell/language.tsx'
import type { Opener, Trouble } from '../wire/api.ts'
import { type Evidence, fetchEvidence, saveEvidence } from './evidence.ts'
import { type FollowedProps, FollowPage } from './follow-page.tsx'

export function Proof({ petition, opener }: FollowedProps) {
  const { words, language } = useSpeech()
  const { follow, proof: say } = words
  const documents = petition.documents.filter(({ receiptVersion }) => receiptVersion !== null)
  return (
    <FollowPage petition={petition} title={follow.sections.proof} lead={say.why}>
      <section class="panel">
        <h2>{say.registration}</h2>
        <EvidenceOf opener={opener} number={petition.number} version={1} />
      </section>
      {documents.map(({ ref, kind, issuedOn, receiptVersion }) => (
        <section key={ref} class="panel">
          <h2>{termOf('documentKind', kind)[language]}</h2>
          <p class="hint">{fullDay(issuedOn, language)}</p>
          <EvidenceOf opener={opener} number={petition.number} version={receiptVersion ?? 1} />
        </section>
      ))}
      <h2>{say.keepTitle}</h2>
      <p>{say.keep}</p>
      <h2>{say.check}</h2>
      <p>{say.checkText}</p>
      <div class="buttons">
        <a class="button second" href={checkingPage} target="_blank" rel="noopener">
          {say.check}
        </a>
        <a class="button second" href={checkingPage} download="xinqiao-verify.html">
          {say.page}
        </a>
      </div>
      <p class="hint">{say.pageHint}</p>
      <p>
        <a href="/log">{say.register}</a>
      </p>
    </FollowPage>
  )
}

interface EvidenceOfProps {
  readonly opener: Opener
  readonly number: string
  readonly version: number
}

/** Says whether it is in the register, and gives it in two kinds: for oneself, and for others. */
export function EvidenceOf({ opener, number, version }: EvidenceOfProps) {
  const { proof: say } = useWords()
  const { evidence, trouble, isBusy, look } = useEvidence(opener, version)
  const [saved, tell] = useState('')
  const save = (bare: boolean) => {
    look().then((fresh) => {
      if (fresh) saveEvidence(fresh, { number, version, bare })
      tell(fresh ? say.saved : '')
    })
  }
  const isIn = evidence !== null && evidence.proof !== null
  return (
    <>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <p role="status" class={isIn ? 'in-register' : 'hint'}>
        {evidence === null ? (isBusy ? say.unknown : '') : isIn ? say.inRegister : say.notYet}
      </p>
      {isIn ? null : (
        <button type="button" class="link" disabled={isBusy} onClick={() => void look()}>
          {say.look}
        </button>
      )}
      <div class="screen">
        <button type="button" class="button" disabled={isBusy} onClick={() => save(false)}>
          {isBusy && evidence !== null ? say.fetching : say.full}
        </button>
        <p class="hint">{say.fullHint}</p>
        <button type="button" class="button second" disabled={isBusy} onClick={() => save(true)}>
          {say.bare}
        </button>
        <p class="hint">{say.bareHint}</p>
        <p role="status">{saved}</p>
      </div>
    </>
  )
}

/** Asked anew before each download, so that what is taken home holds the proof as soon as there is one. */
function useEvidence({ number, key }: Opener, version: number) {
  const [evidence, show] = useState<Evidence | null>(null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const [isBusy, busy] = useState(true)
  const look = (): Promise<Evidence | null> => {
    busy(true)
    return fetchEvidence({ number, key }, version).then((answer) => {
      busy(false)
      tell(answer.ok ? null : answer.trouble)
      if (answer.ok) show(answer.value)
      return answer.ok ? answer.value : null
    })
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each that is shown
  useEffect(() => void look(), [number, key, version])
  return { evidence, trouble, isBusy, look }
}
