/** The public keys, large enough to be copied by hand: on the screen, as a file, and alone on paper as a poster. */
import { useState } from 'preact/hooks'
import type { LogView } from '../../../register/contract.ts'
import { checkingPage } from '../../shared/checking.ts'
import type { RegisterWords } from '../locales/register-zh.ts'
import { Qr } from '../receipt/qr.tsx'
import { copyText } from '../wire/copy.ts'
import { saveFile } from '../wire/save.ts'

export function Keys({ log: { origin, keys }, say }: { log: LogView; say: RegisterWords }) {
  const [said, tell] = useState('')
  const all = [...keys.log, ...keys.receipts]
  const copy = () =>
    copyText(all.join('\n')).then(
      (done) => tell(done ? say.copied : say.copyFailed),
      () => tell(say.copyFailed),
    )
  return (
    <section class="poster">
      <h2 class="screen">{say.keysTitle}</h2>
      <h2 class="paper">{say.poster(origin)}</h2>
      <p class="screen">{say.keysLead}</p>
      <dl class="keys">
        {keys.log.map((vkey) => (
          <Key key={vkey} name={say.keyLog} vkey={vkey} />
        ))}
        {keys.receipts.map((vkey) => (
          <Key key={vkey} name={say.keyReceipts} vkey={vkey} />
        ))}
      </dl>
      <div class="qrs">
        <figure>
          <Qr text={all.join('\n')} label={say.keysTitle} />
        </figure>
      </div>
      <p class="paper">{say.posterHint}</p>
      <p class="paper">
        {location.origin}
        {checkingPage}
      </p>
      <div class="buttons">
        <button type="button" class="button second" onClick={copy}>
          {say.copy}
        </button>
        <button
          type="button"
          class="button second"
          onClick={() => saveFile(new Blob([`${all.join('\n')}\n`], { type: 'text/plain' }), 'xinqiao-keys.txt')}
        >
          {say.save}
        </button>
        <button type="button" class="button second" onClick={() => window.print()}>
          {say.print}
        </button>
        <span role="status" class="said">
          {said}
        </span>
      </div>
    </section>
  )
}

const Key = ({ name, vkey }: { name: string; vkey: string }) => (
  <div>
    <dt>{name}</dt>
    <dd class="key">{vkey}</dd>
  </div>
)
