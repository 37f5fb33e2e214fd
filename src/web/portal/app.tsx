import { useErrorBoundary } from 'preact/hooks'
import { LocationProvider, lazy, Route, Router } from 'preact-iso'
import type { Language } from '../shared/language.ts'
import { Home } from './home/home.tsx'
import type { Words } from './locales/zh.ts'
import { Speak } from './shell/language.tsx'
import { Broken, NotFound } from './shell/lost.tsx'
import { Shell } from './shell/shell.tsx'

const Say = lazy(() => import('./say/wizard.tsx').then(({ Say }) => Say))
const Suggest = lazy(() => import('./say/wizard.tsx').then(({ Suggest }) => Suggest))
const Receipt = lazy(() => import('./receipt/receipt.tsx').then(({ Receipt }) => Receipt))
const Enter = lazy(() => import('./follow/enter.tsx').then(({ Enter }) => Enter))
const Followed = lazy(() => import('./follow/followed.tsx').then(({ Followed }) => Followed))
const Read = lazy(() => import('./read/read.tsx').then(({ Read }) => Read))

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

function Pages() {
  const [fault] = useErrorBoundary()
  if (fault) return <Broken />
  return (
    <Router>
      {[
        <Route key="home" path="/" component={Home} />,
        <Route key="say" path="/say/:step?" component={Say} />,
        <Route key="suggest" path="/suggest/:step?" component={Suggest} />,
        <Route key="receipt" path="/receipt" component={Receipt} />,
        <Route key="follow" path="/follow" component={Enter} />,
        <Route key="followed" path="/follow/petition/:page?/:item?" component={Followed} />,
        <Route key="read" path="/read/:page?" component={Read} />,
        <Route key="lost" default component={NotFound} />,
      ]}
    </Router>
  )
}
