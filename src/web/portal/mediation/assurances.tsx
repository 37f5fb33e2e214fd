/** What holds whatever comes of it, each with what it rests on: free, of one's own will, no other way closed, no day lost. */
import type { HeldMediationView } from '../../../mediation/mediations/held-contract.ts'
import { useSpeech } from '../shell/language.tsx'
import type { PageOf } from './mediation.tsx'

type Props = { readonly items: HeldMediationView['assurances']; readonly say: PageOf['say'] }

export function Assurances({ items, say }: Props) {
  const { language } = useSpeech()
  return (
    <section class="panel">
      <h2>{say.assured}</h2>
      <ul>
        {items.map((item) => (
          <li key={item.zh}>
            {item[language]} <span class="basis">{item.basis[language]}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
