import { establishmentTermOf } from '../../../../wording/establishment-terms.ts'
import { useLanguage } from '../../locales/language.tsx'
import { Pairs } from '../../petition/facts.tsx'
import type { MixView } from './establishment.ts'

/** How long people have held their post, in bands; or that they are too few to be told. */
export function Mix({ title, mix }: { readonly title: string; readonly mix: MixView }) {
  const { words, language } = useLanguage()
  const say = words.team.establishment
  return (
    <section className="team-part">
      <h2>{title}</h2>
      {mix === null ? (
        <p>{say.mixWithheld}</p>
      ) : (
        <Pairs
          pairs={mix.map(
            ({ band, count }) => [establishmentTermOf('experienceBand', band)[language], say.persons(count)] as const,
          )}
        />
      )}
      <p className="faint">{say.mixSays}</p>
    </section>
  )
}
