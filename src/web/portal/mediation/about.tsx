/** What mediation is, and what holds whatever comes of it; then the ways in. */
import type { listCentres } from '../../../mediation/mediations/held-contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { useAnswer } from '../figures/editions.tsx'
import { heldOpener } from '../follow/opener.ts'
import { Page } from '../shell/page.tsx'
import { Assurances } from './assurances.tsx'
import type { PageOf } from './mediation.tsx'

export function About({ say }: PageOf) {
  const { value } = useAnswer<Received<typeof listCentres>>('/api/mediation-centres')
  return (
    <Page title={say.title}>
      <p class="lead">{say.lead}</p>
      <div class="buttons">
        <a class="button" href="/mediation/ask">
          {say.ask}
        </a>
        <a class="button second" href="/mediation/own">
          {say.own}
        </a>
      </div>
      {heldOpener() ? (
        <p>
          <a class="more" href="/mediation/petition">
            {say.ofPetition}
          </a>
        </p>
      ) : null}
      <section>
        <h2>{say.howTitle}</h2>
        <ol>
          {say.how.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </section>
      {value ? <Assurances items={value.assurances} say={say} /> : null}
    </Page>
  )
}
