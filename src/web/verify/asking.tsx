import type { Asked } from '../../proof/examine.ts'
import { askingTerms } from '../../wording/proof-terms.ts'
import { useSpeech } from './speech.tsx'

export type AskState =
  | { readonly kind: 'not-asked' | 'asking' | 'no-address' | 'unreachable' }
  | { readonly kind: 'answered'; readonly answer: Asked }

interface AskingProps {
  readonly address: string
  readonly state: AskState
  readonly canAsk: boolean
  readonly onAim: (address: string) => void
  readonly onAsk: () => void
}

export function Asking({ address, state, canAsk, onAim, onAsk }: AskingProps) {
  const { say } = useSpeech()
  return (
    <section class="screen">
      <h2>{say.askTitle}</h2>
      <p>{say.askLead}</p>
      <label for="address">{say.askAddress}</label>
      <input
        id="address"
        type="text"
        inputMode="url"
        autocapitalize="off"
        spellcheck={false}
        value={address}
        placeholder="https://"
        aria-invalid={state.kind === 'no-address'}
        onInput={(event) => onAim(event.currentTarget.value)}
      />
      {state.kind === 'no-address' ? (
        <p class="wrong" role="alert">
          {say.askAddressWrong}
        </p>
      ) : null}
      <p>
        <button type="button" class="button second" disabled={!canAsk || state.kind === 'asking'} onClick={onAsk}>
          {state.kind === 'asking' ? say.asking : say.ask}
        </button>
      </p>
      <div role="status">
        <AskedSays state={state} />
      </div>
    </section>
  )
}

/** What the register answered of itself; what follows for each file stands with the file. */
export function AskedSays({ state }: { state: AskState }) {
  const { say, language } = useSpeech()
  if (state.kind === 'unreachable') return <p class="wrong">{askingTerms.unreachable[language]}</p>
  if (state.kind !== 'answered') return null
  const { newest, isShorter, notYet } = state.answer
  return (
    <>
      {newest.kind === 'checkpoint' ? (
        <p>{say.nowSize(newest.checkpoint.size)}</p>
      ) : (
        <p class="wrong">{askingTerms[newest.kind][language]}</p>
      )}
      {isShorter ? <p class="wrong">{askingTerms.shorter[language]}</p> : null}
      {notYet.length > 0 ? <p>{askingTerms['not-yet'][language]}</p> : null}
    </>
  )
}
