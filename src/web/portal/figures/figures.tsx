/** In public, for everybody: the figures of each month, and how to count them again. */
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Received } from '../../../platform/http/endpoint.ts'
import type { listFigures } from '../../../register/figures/contract.ts'
import type { Language } from '../../shared/language.ts'
import { TroubleBox } from '../form/trouble.tsx'
import type { FiguresWords } from '../locales/figures-zh.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { addressOf, nameOfMonth, Said, useAnswer } from './editions.tsx'
import { OneMonth } from './one-month.tsx'
import { Quarters } from './quarters.tsx'

const wordsIn = (language: Language): Promise<FiguresWords> =>
  language === 'en'
    ? import('../locales/figures-en.ts').then(({ figuresEn }) => figuresEn)
    : import('../locales/figures-zh.ts').then(({ figuresZh }) => figuresZh)

export function Figures() {
  const { words, language } = useSpeech()
  const { params } = useRoute()
  const [say, speak] = useState<FiguresWords | null>(null)
  const [failed, fail] = useState(false)
  useEffect(() => {
    wordsIn(language).then(
      (fetched) => speak(fetched),
      () => fail(true),
    )
  }, [language])
  if (failed) {
    return (
      <Page title={words.footer.figures}>
        <p>{words.errors.partMissing}</p>
      </Page>
    )
  }
  if (say === null) return <Loading title={words.footer.figures} />
  const { month = '', edition } = params
  if (month === 'quarters') return <Quarters say={say} />
  const figures = edition ? `${month}.${edition}` : month
  return figures ? <OneMonth key={figures} figures={figures} say={say} /> : <Months say={say} />
}

function Months({ say }: { say: FiguresWords }) {
  const { value, trouble } = useAnswer<Received<typeof listFigures>>('/api/figures')
  if (value === null && trouble === null) return <Loading title={say.title} />
  const items = value?.items ?? []
  // the newest edition of each month comes first
  const newest = items.filter(({ month }, at) => items.findIndex((each) => each.month === month) === at)
  return (
    <Page title={say.title}>
      <p class="lead">{say.lead}</p>
      <ul class="links rows">
        <li>
          <a href="/figures/quarters">{say.quarters.title}</a>
          <p>{say.quarters.short}</p>
        </li>
      </ul>
      <h2>{say.months}</h2>
      {trouble ? <TroubleBox trouble={trouble} /> : null}
      {value !== null && newest.length === 0 ? <p>{say.none}</p> : null}
      <ul class="links rows">
        {newest.map((edition) => (
          <li key={edition.figures}>
            <a href={addressOf(edition)}>{nameOfMonth(edition.month, say)}</a>
            <p>
              <Said edition={edition} say={say} />
            </p>
          </li>
        ))}
      </ul>
    </Page>
  )
}
