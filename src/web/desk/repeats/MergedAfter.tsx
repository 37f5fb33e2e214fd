/** On the page that says what was registered: that it was joined with another, which can be taken back at once. */
import { Button } from 'antd'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { useJoining } from './repeats.ts'

export interface Merged {
  readonly with: string
  /** Why it was not; null where it was. */
  readonly error: unknown
}

export function MergedAfter({ number, merged }: { readonly number: string; readonly merged: Merged }) {
  const { words, language } = useLanguage()
  const say = words.repeat
  const parting = useJoining('unmerge')
  const other = shownNumber(merged.with)
  if (merged.error) return <p role="alert">{say.notMerged(other, troubleInWords(merged.error, words, language))}</p>
  if (parting.isSuccess) return <p role="status">{say.unmerged}</p>
  return (
    <p role="status">
      {say.merged(other)}{' '}
      <Button
        size="small"
        loading={parting.isPending}
        onClick={() => parting.mutate({ number, with: merged.with, reason: say.unmergeReason })}
      >
        {say.unmerge}
      </Button>
      {parting.error && <span role="alert"> {troubleInWords(parting.error, words, language)}</span>}
    </p>
  )
}
