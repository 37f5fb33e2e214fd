/** 责任: what is about to go wrong in an area while it can still be mended, and who answers for what there. */
import { useSearchParams } from 'react-router'
import { Page } from '../layout/page.tsx'
import { useLanguage } from '../locales/language.tsx'
import { type Organ, useDirectory } from '../organs/directory.ts'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { useSession } from '../session/session-context.ts'
import { ResponsibilityMap } from './ResponsibilityMap.tsx'
import { useResponsibilityWords } from './responsibility-words.ts'
import { Warnings } from './Warnings.tsx'
import './responsibility.css'

export function Responsibility() {
  const { words } = useLanguage()
  const { say } = useResponsibilityWords()
  const { organ: own } = useSession()
  const [search, setSearch] = useSearchParams()
  const organ = search.get('organ') ?? own.id
  const region = useDirectory().find(own.id)?.region ?? null
  const isBelow = ({ id, parent, region: other, state }: Organ) =>
    state === 'active' && (id === own.id || parent === own.id || (region !== null && other.startsWith(region)))
  return (
    <Page
      title={words.responsibility.title}
      beside={
        <div className="responsibility-organ">
          <OrganPicker
            aria-label={say.organ}
            value={organ}
            accepts={isBelow}
            onChange={(next) => setSearch(withOrgan(next), { replace: true })}
          />
        </div>
      }
    >
      <p className="soft responsibility-says">{say.says}</p>
      <Warnings organ={organ} />
      <ResponsibilityMap organ={organ} />
    </Page>
  )
}

const withOrgan = (organ: string | null) => (before: URLSearchParams) => {
  const after = new URLSearchParams(before)
  if (organ === null) after.delete('organ')
  else after.set('organ', organ)
  return after
}
