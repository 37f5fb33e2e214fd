/** The law and the house in plain words. The long texts are fetched only when somebody opens one. */

import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Language } from '../../shared/language.ts'
import type { Reading } from '../locales/reading-zh.ts'
import { useSpeech, useWords } from '../shell/language.tsx'
import { NotFound } from '../shell/lost.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { ClockPage } from './clock.tsx'
import { ErasuresPage } from './erasures.tsx'
import { OtherWays, Procedure } from './procedure.tsx'
import { RightsPage } from './rights.tsx'

const order = ['procedure', 'clock', 'rights', 'law', 'receipts', 'privacy', 'erasures', 'accessibility'] as const
type PageName = (typeof order)[number]
const isPage = (name: string): name is PageName => (order as readonly string[]).includes(name)

export function Read() {
  const { params } = useRoute()
  const page = params.page ?? ''
  if (page === '') return <Index />
  if (!isPage(page)) return <NotFound />
  if (page === 'procedure') return <ProcedurePage />
  if (page === 'rights') return <Rights />
  if (page === 'erasures') return <PublicErasures />
  if (page === 'clock') return <PublicClock />
  return <LongPage key={page} page={page} />
}

function Index() {
  const { read, announcements, listed, suggested } = useWords()
  return (
    <Page title={read.title}>
      <p class="lead">{read.lead}</p>
      <ul class="links rows">
        {order.map((page) => (
          <li key={page}>
            <a href={`/read/${page}`}>{read.pages[page].title}</a>
            <p>{read.pages[page].text}</p>
          </li>
        ))}
        <li>
          <a href="/suggestions">{suggested.calls}</a>
          <p>{suggested.callsText}</p>
        </li>
        <li>
          <a href="/exemplary">{read.exemplary}</a>
          <p>{read.exemplaryText}</p>
        </li>
        <li>
          <a href="/announcements">{announcements.title}</a>
          <p>{announcements.short}</p>
        </li>
        <li>
          <a href="/listed-matters">{listed.title}</a>
          <p>{listed.short}</p>
        </li>
      </ul>
    </Page>
  )
}

function useBack() {
  const { read, actions } = useWords()
  return { to: '/read', label: actions.backTo(read.title) }
}

function ProcedurePage() {
  const { procedure } = useWords()
  return (
    <Page title={procedure.title} back={useBack()}>
      <p class="lead">{procedure.lead}</p>
      <h2 class="unseen">{procedure.title}</h2>
      <Procedure />
      <OtherWays />
    </Page>
  )
}

const Rights = () => <RightsPage back={useBack()} />
const PublicClock = () => <ClockPage back={useBack()} />

const PublicErasures = () => <ErasuresPage back={useBack()} />

const readingIn = (language: Language): Promise<Reading> =>
  language === 'en'
    ? import('../locales/reading-en.ts').then(({ readingEn }) => readingEn)
    : import('../locales/reading-zh.ts').then(({ readingZh }) => readingZh)

function LongPage({ page }: { page: Exclude<PageName, 'procedure' | 'clock' | 'rights' | 'erasures'> }) {
  const { words, language } = useSpeech()
  const [reading, show] = useState<{ language: Language; texts: Reading } | null>(null)
  const [failed, fail] = useState(false)
  const back = useBack()
  useEffect(() => {
    fail(false)
    readingIn(language).then(
      (texts) => show({ language, texts }),
      () => fail(true),
    )
  }, [language])
  const title = words.read.pages[page].title
  if (failed) {
    return (
      <Page title={title} back={back}>
        <p>{words.errors.partMissing}</p>
      </Page>
    )
  }
  if (reading === null) return <Loading title={title} />
  return (
    <Page title={title} back={back}>
      <p class="lead">{reading.texts[page].lead}</p>
      {reading.texts[page].sections.map(({ heading, paragraphs }) => (
        <section key={heading}>
          <h2>{heading}</h2>
          {paragraphs.map((paragraph) =>
            typeof paragraph === 'string' ? (
              <p key={paragraph}>{paragraph}</p>
            ) : (
              <ul key={paragraph[0]}>
                {paragraph.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ),
          )}
        </section>
      ))}
    </Page>
  )
}
