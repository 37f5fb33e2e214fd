import { Link } from 'react-router'
import { SideBlock } from '../layout/SideBlocks.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { PetitionView } from '../petition/petition.ts'
import { useSuggestionOf } from './suggestions.ts'

/** On the page of a petition that is a suggestion: the way to its study, its rewards and what changed. */
export function SuggestionOf({ petition }: { readonly petition: PetitionView }) {
  const { words } = useLanguage()
  const { data } = useSuggestionOf(petition.number, petition.class === 'suggestion')
  if (!data) return null
  return (
    <SideBlock title={words.suggestion.one.of} isFilled>
      <p>
        <Link to={`/suggestions/${data}`}>{words.suggestion.one.see}</Link>
      </p>
    </SideBlock>
  )
}
