import { Link } from 'react-router'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from '../petition/petition.ts'
import { useSuggestionOf } from './suggestions.ts'

/** On the page of a petition that is a suggestion: the way to its study, its rewards and what changed. */
export function SuggestionOf({ petition }: { readonly petition: PetitionView }) {
  const { words } = useLanguage()
  const { data } = useSuggestionOf(petition.number, petition.class === 'suggestion')
  if (!data) return null
  return (
    <section className="side-section">
      <h2>{words.suggestion.one.of}</h2>
      <p>
        <Link to={`/suggestions/${data}`}>{words.suggestion.one.see}</Link>
      </p>
    </section>
  )
}
