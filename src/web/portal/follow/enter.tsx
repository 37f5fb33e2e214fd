import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { readKey } from '../../../kernel/petitioner-key.ts'
import { ErrorSummary, TextField } from '../form/form.tsx'
import { type Problem, problemAt } from '../form/problem.ts'
import { TroubleBox } from '../form/trouble.tsx'
import { inGroups } from '../shell/days.ts'
import { useWords } from '../shell/language.tsx'
import { useOnce } from '../shell/once.ts'
import { Page } from '../shell/page.tsx'
import type { Opener, Trouble } from '../wire/api.ts'
import { heldOpener, holdOpener, readBoth, readNumber } from './opener.ts'
import { fetchPetition } from './petition.ts'

export function Enter() {
  const words = useWords()
  const say = words.follow
  const { route, query } = useLocation()
  const [number, writeNumber] = useState('')
  const [key, writeKey] = useState('')
  const [problems, show] = useState<readonly Problem[]>([])
  const [trouble, tell] = useState<Trouble | null>(null)
  const [busy, setBusy] = useState(false)

  const fill = (opener: Opener) => {
    writeNumber(inGroups(opener.number, '-'))
    writeKey(inGroups(opener.key))
  }
  useOnce(() => {
    const fromCode = readBoth(location.hash)
    if (fromCode) {
      // out of the address bar and the history of a phone that others may use
      history.replaceState(null, '', location.pathname)
      fill(fromCode)
    } else if (heldOpener() && !('left' in query) && !('again' in query)) route('/follow/petition', true)
  })
  const type = (write: (text: string) => void) => (text: string) => {
    const both = readBoth(text)
    if (both) fill(both)
    else write(text)
  }
  const open = (event: Event) => {
    event.preventDefault()
    const opens = readNumber(number)
    const read = readKey(key)
    show([
      ...(opens === null ? [{ field: 'number', message: say.numberWrong }] : []),
      ...(read.is === 'key' ? [] : [{ field: 'key', message: read.is === 'slip' ? say.keySlip : say.keyWrong }]),
    ])
    tell(null)
    if (opens !== null && read.is === 'key' && !busy) look({ number: opens, key: read.key })
  }
  const look = (opener: Opener) => {
    setBusy(true)
    fetchPetition(opener).then((answer) => {
      setBusy(false)
      if (answer.ok) {
        holdOpener(opener)
        route('/follow/petition')
        return
      }
      const { trouble: found } = answer
      const isUnknown = found.kind === 'refused' && [401, 403, 404].includes(found.status)
      if (isUnknown) show([{ field: 'number', message: say.mismatch }])
      else tell(found)
    })
  }
  return (
    <Page title={say.title}>
      {'left' in query ? (
        <p class="told" role="status">
          {say.left}
        </p>
      ) : null}
      {'again' in query ? (
        <p class="told" role="status">
          {say.expired}
        </p>
      ) : null}
      <ErrorSummary problems={problems} />
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      <p>{say.lead}</p>
      <form onSubmit={open} noValidate>
        <TextField
          id="number"
          label={say.number}
          hint={say.numberHint}
          error={problemAt(problems, 'number')}
          inputMode="numeric"
          value={number}
          onText={type(writeNumber)}
        />
        <TextField
          id="key"
          label={say.key}
          hint={say.keyHint}
          error={problemAt(problems, 'key')}
          inputMode="numeric"
          value={key}
          onText={type(writeKey)}
        />
        <div class="buttons">
          <button type="submit" class="button" aria-disabled={busy}>
            {busy ? words.actions.loading : say.open}
          </button>
        </div>
      </form>
      <p class="says">{say.tab}</p>
      <p class="says">{say.lost}</p>
    </Page>
  )
}
