import { findCategory } from '../../../law/codes/categories.ts'
import { responsibilityTermOf } from '../../../wording/responsibility.ts'
import { useLanguage } from '../locales/language.tsx'
import { responsibilityEn } from '../locales/responsibility-en.ts'
import { responsibilityZh } from '../locales/responsibility-zh.ts'
import { usePlaceName } from '../organs/directory.ts'
import type { Held } from './responsibility.ts'

/** The words of responsibility, and how a holder and what they answer for are written. */
export function useResponsibilityWords() {
  const { language, pick } = useLanguage()
  const placeName = usePlaceName()
  const say = language === 'en' ? responsibilityEn : responsibilityZh
  return {
    say,
    roleName: (role: string) => responsibilityTermOf('responsibilityRole', role)[language],
    gapName: (kind: string) => responsibilityTermOf('gap', kind)[language],
    errorName: (state: string) => responsibilityTermOf('errorState', state)[language],
    holderName: ({ name, office }: Pick<Held, 'name' | 'office'>) =>
      [name ?? say.erased, office].filter(Boolean).join(' '),
    /** Null where it is all. */
    scopeName({ area, category }: Pick<Held, 'area' | 'category'>): string | null {
      const named = category === null ? undefined : findCategory(category)
      const parts = [area === null ? null : placeName(area), category === null ? null : named ? pick(named) : category]
      const said = parts.filter((part) => part !== null)
      return said.length > 0 ? said.join(' · ') : null
    },
  }
}
