import { useErrorBoundary } from 'preact/hooks'
import { LocationProvider, Route, Router } from 'preact-iso'
import type { Language } from '../shared/language.ts'
import { Home } from './home/home.tsx'
import type { Words } from './locales/zh.ts'
import { Speak } from './shell/language.tsx'
import { later } from './shell/later.tsx'
import { Broken, NotFound } from './shell/lost.tsx'
import { useOnce } from './shell/once.ts'
import { Shell } from './shell/shell.tsx'

const Say = later(() => import('./say/wizard.tsx').then(({ Say }) => Say))
const Suggest = later(() => import('./say/wizard.tsx').then(({ Suggest }) => Suggest))
const Receipt = later(() => import('./receipt/receipt.tsx').then(({ Receipt }) => Receipt))
const Enter = later(() => import('./follow/enter.tsx').then(({ Enter }) => Enter))
const Helping = later(() => import('./helping/helping.tsx').then(({ Helping }) => Helping))
const Followed = later(() => import('./follow/followed.tsx').then(({ Followed }) => Followed))
const Register = later(() => import('./register/register.tsx').then(({ Register }) => Register))
const Figures = later(() => import('./figures/figures.tsx').then(({ Figures }) => Figures))
const Reception = later(() => import('./reception/reception.tsx').then(({ Reception }) => Reception))
const Mediation = later(() => import('./mediation/mediation.tsx').then(({ Mediation }) => Mediation))
const Centre = later(() => import('./centre/centre.tsx').then(({ Centre }) => Centre))
const Announcements = later(() => import('./read/announcements.tsx').then(({ Announcements }) => Announcements))
const ListedMatters = later(() => import('./read/listed.tsx').then(({ ListedMatters }) => ListedMatters))
const Suggestions = later(() => import('./suggestions/suggestions.tsx').then(({ Suggestions }) => Suggestions))
const ExemplaryCases = later(() => import('./exemplary/exemplary.tsx').then(({ ExemplaryCases }) => ExemplaryCases))
const Read = later(() => import('./read/read.tsx').then(({ Read }) => Read))

export function App({ language, words }: { language: Language; words: Words }) {
  return (
    <Speak language={language} words={words}>
      <LocationProvider>
        <Shell>
          <Pages />
        </Shell>
      </LocationProvider>
    </Speak>
  )
}

/** The rest comes while a person reads, so that a line that breaks later breaks nothing; not where bytes are counted. */
const restAfterMs = 2500
function fetchTheRest(): void {
  const line = (navigator as { connection?: { saveData?: boolean } }).connection
  if (!line?.saveData) for (const page of [Say, Receipt, Enter, Followed]) page.preload()
}

function Pages() {
  const [fault] = useErrorBoundary()
  useOnce(() => {
    const timer = setTimeout(fetchTheRest, restAfterMs)
    return () => clearTimeout(timer)
  })
  if (fault) return <Broken onRetry={() => location.reload()} />
  return (
    <Router>
      {[
        <Route key="home" path="/" component={Home} />,
        <Route key="say" path="/say/:step?" component={Say} />,
        <Route key="suggest" path="/suggest/:step?" component={Suggest} />,
        <Route key="receipt" path="/receipt" component={Receipt} />,
        <Route key="follow" path="/follow" component={Enter} />,
        <Route key="followed" path="/follow/petition/:page?/:item?" component={Followed} />,
        <Route key="helping" path="/helping" component={Helping} />,
        <Route key="register" path="/log" component={Register} />,
        <Route key="figures" path="/figures/:month?/:edition?" component={Figures} />,
        <Route key="reception" path="/reception/:page?/:item?" component={Reception} />,
        <Route key="mediation" path="/mediation/:page?" component={Mediation} />,
        <Route key="centre" path="/centre" component={Centre} />,
        <Route key="announcements" path="/announcements" component={Announcements} />,
        <Route key="suggestions" path="/suggestions/:call?" component={Suggestions} />,
        <Route key="exemplary" path="/exemplary/:exemplary?" component={ExemplaryCases} />,
        <Route key="listed" path="/listed-matters" component={ListedMatters} />,
        <Route key="read" path="/read/:page?" component={Read} />,
        <Route key="lost" default component={NotFound} />,
      ]}
    </Router>
  )
}
