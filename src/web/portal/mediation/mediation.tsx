/** 调解: what it is and is not, asking for it, and one's own mediation by number and key. Each is a page of its own. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import type { Language } from '../../shared/language.ts'
import type { MediationWords } from '../locales/mediation-zh.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'
import { About } from './about.tsx'
import { Ask } from './ask.tsx'
import { OfPetition } from './of-petition.tsx'
import { Own } from './own.tsx'

const wordsIn = (language: Language): Promise<MediationWords> =>
  language === 'en'
    ? import('../locales/mediation-en.ts').then(({ mediationEn }) => mediationEn)
    : import('../locales/mediation-zh.ts').then(({ mediationZh }) => mediationZh)

export interface PageOf {
  readonly say: MediationWords
}

const pages: Readonly<Record<string, ComponentType<PageOf>>> = { ask: Ask, own: Own, petition: OfPetition }

export function Mediation() {
  const { words, language } = useSpeech()
  const { params } = useRoute()
  const [say, speak] = useState<MediationWords | null>(null)
  const [failed, fail] = useState(false)
  useEffect(() => {
    wordsIn(language).then(
      (fetched) => speak(fetched),
      () => fail(true),
    )
  }, [language])
  if (failed) {
    return (
      <Page title={words.footer.mediation}>
        <p>{words.errors.partMissing}</p>
      </Page>
    )
  }
  if (say === null) return <Loading title={words.footer.mediation} />
  const { page = '' } = params
  const Shown = pages[page] ?? About
  return <Shown key={page} say={say} />
}
