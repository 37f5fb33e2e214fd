/** What the office has signed: as a square, as a file, on paper. It says nothing that others may not know. */
import { checkingLink } from '../../shared/checking.ts'
import { useWords } from '../shell/language.tsx'
import { saveFile } from '../wire/save.ts'
import type { Kept } from './kept.ts'
import { Qr } from './qr.tsx'

export function Signed({ receipt: { receipt, number } }: { receipt: Kept }) {
  const { receipt: say } = useWords()
  // a receipt that was kept from before this page knew of signatures has none
  if (typeof receipt !== 'string') return null
  const link = checkingLink(location.origin, receipt)
  const save = () =>
    saveFile(new Blob([receipt], { type: 'text/plain' }), `xinqiao-receipt-${number.replace(/\D/g, '')}.txt`)
  return (
    <div class="next signed">
      <h2>{say.signedTitle}</h2>
      <p>{say.signed}</p>
      <div class="qrs">
        <figure>
          <Qr text={link} label={say.signedQrLabel} />
          <figcaption>{say.signedQr}</figcaption>
        </figure>
      </div>
      <div class="buttons">
        <button type="button" class="button second" onClick={save}>
          {say.signedSave}
        </button>
        <a class="button second" href={link} target="_blank" rel="noopener">
          {say.signedCheck}
        </a>
      </div>
      <p class="hint screen">{say.signedLater}</p>
    </div>
  )
}
