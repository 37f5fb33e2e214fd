/** Words that only the pages of a followed petition say: fetched in one language, beside the petition. */
import { type ComponentChildren, createContext } from 'preact'
import { useContext, useEffect, useState } from 'preact/hooks'
import type { Language } from '../../shared/language.ts'
import type { FollowedWords } from '../locales/followed-zh.ts'
import { useSpeech } from '../shell/language.tsx'
import { Loading, Page } from '../shell/page.tsx'

const wordsIn = (language: Language): Promise<FollowedWords> =>
  language === 'en'
    ? import('../locales/followed-en.ts').then(({ followedEn }) => followedEn)
    : import('../locales/followed-zh.ts').then(({ followedZh }) => followedZh)

const Told = createContext<FollowedWords | null>(null)

export function TellFollowed({ children }: { readonly children: ComponentChildren }) {
  const { words, language } = useSpeech()
  const [told, tell] = useState<FollowedWords | null>(null)
  const [failed, fail] = useState(false)
  useEffect(() => {
    wordsIn(language).then(tell, () => fail(true))
  }, [language])
  if (failed)
    return (
      <Page title={words.follow.title}>
        <p>{words.errors.partMissing}</p>
      </Page>
    )
  return told === null ? <Loading title={words.follow.title} /> : <Told.Provider value={told}>{children}</Told.Provider>
}

function useTold<Part extends keyof FollowedWords>(part: Part) {
  const { language, words } = useSpeech()
  const told = useContext(Told)
  if (told === null) throw new Error(`the words of ${part} are said inside of <TellFollowed> only`)
  return { say: told[part], language, words }
}

export const useReferredWords = () => useTold('referred')
export const useReliefWords = () => useTold('relief')
