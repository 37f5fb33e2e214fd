import { useCallback } from 'react'
import { parseNumber } from '../../../kernel/petition-number.ts'
import { findCategory } from '../../../law/codes/categories.ts'
import { type SupervisionTermGroup, supervisionTermOf } from '../../../wording/supervision-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { supervisionEn } from '../locales/supervision-en.ts'
import { supervisionZh } from '../locales/supervision-zh.ts'
import { usePlaceName } from '../organs/directory.ts'
import { shownNumber } from '../petition/words.tsx'
import type { MatterSubject } from './supervision.ts'

/** The sentences of these pages, which come with them, and their coded values. */
export function useSupervisionWords() {
  const { language } = useLanguage()
  const said = useCallback(
    (group: SupervisionTermGroup, code: string) => supervisionTermOf(group, code)[language],
    [language],
  )
  return { say: language === 'en' ? supervisionEn : supervisionZh, said }
}

/** What a matter is called. */
export function useMatterTitle(): (subject: MatterSubject) => string {
  const { pick, language } = useLanguage()
  const { say } = useSupervisionWords()
  const placeName = usePlaceName()
  return useCallback(
    (subject) => {
      if (subject.kind === 'petition') return subject.title ?? say.untitled(shownNumber(subject.number))
      if (subject.kind === 'proposal') return say.proposal
      const { category, place, from, until } = subject
      const named = category ? pick(findCategory(category) ?? { zh: category, en: category }) : say.everyCategory
      const span = say.period(fullDay(from, language), fullDay(until, language))
      return `${say.topic(named, place ? placeName(place) : say.everyPlace)} · ${span}`
    },
    [pick, language, say, placeName],
  )
}

/** What a row of a list is about: its title, or its number where the title is not open to the reader. */
export function useRowTitle(): (row: { readonly matter: string; readonly title: string | null }) => string {
  const { say } = useSupervisionWords()
  return useCallback(
    ({ matter, title }) => title ?? say.untitled(parseNumber(matter) ? shownNumber(matter) : null),
    [say],
  )
}

/** Counted up to 1,000 by the house. */
export const shownCount = (count: number): string => (count >= 1000 ? `${count}+` : String(count))
