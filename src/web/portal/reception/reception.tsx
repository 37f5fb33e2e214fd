/** 领导接访: when leaders receive, asking for a seat, what became of it, and the draw to be checked. Each is a page of its own. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Language } from '../../shared/language.ts'
import type { ReceptionWords } from '../locales/reception-zh.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { Book } from './book.tsx'
import { Days } from './days.tsx'
import { Draw } from './draw.tsx'
import { Held } from './held.tsx'

const wordsIn = (language: Language): Promise<ReceptionWords> =>
  language === 'en'
    ? import('../locales/reception-en.ts').then(({ receptionEn }) => receptionEn)
    : import('../locales/reception-zh.ts').then(({ receptionZh }) => receptionZh)

export interface PageOf {
  readonly say: ReceptionWords
  readonly item: string
}

const pages: Readonly<Record<string, ComponentType<PageOf>>> = { book: Book, booking: Held, draw: Draw }

export function Reception() {
  const { words, language } = useSpeech()
  const { params } = useRoute()
  const [say, speak] = useState<ReceptionWords | null>(null)
  const [failed, fail] = useState(false)
  useEffect(() => {
    wordsIn(language).then(
      (fetched) => speak(fetched),
      () => fail(true),
    )
  }, [language])
  if (failed) {
    return (
      <Page title={words.footer.reception}>
        <p>{words.errors.partMissing}</p>
      </Page>
    )
  }
  if (say === null) return <Loading title={words.footer.reception} />
  const { page = '', item = '' } = params
  const Shown = pages[page] ?? Days
  return <Shown key={`${page}/${item}`} say={say} item={item} />
}
