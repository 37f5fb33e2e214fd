import { useWords } from './language.tsx'
import { Page } from './page.tsx'

export function NotFound() {
  const words = useWords()
  return (
    <Page title={words.errors.notFoundTitle}>
      <p>{words.errors.notFound}</p>
      <p>
        <a class="button" href="/">
          {words.nav.home}
        </a>
      </p>
    </Page>
  )
}

/** A part of the page did not load, or something in it broke. */
export function Broken({ onRetry }: { onRetry: () => void }) {
  const words = useWords()
  return (
    <Page title={navigator.onLine ? words.errors.faultTitle : words.errors.offlineTitle}>
      <p>{navigator.onLine ? words.errors.partMissing : words.errors.offline}</p>
      <button type="button" class="button" onClick={onRetry}>
        {words.actions.again}
      </button>
    </Page>
  )
}
