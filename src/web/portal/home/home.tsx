import { Procedure } from '../read/procedure.tsx'
import { useWords } from '../shell/language.tsx'
import { Bridge } from '../shell/mark.tsx'
import { Page } from '../shell/page.tsx'
import { Office } from './office.tsx'

export function Home() {
  const { home, rights, procedure, read, suggested } = useWords()
  const ways = [
    { to: '/say', ...home.say },
    { to: '/follow', ...home.follow },
    { to: '/suggest', ...home.suggest },
    { to: '/reception', ...home.reception },
  ]
  return (
    <Page
      title={home.title}
      wide
      panel={
        <>
          <p class="lead">{home.lead}</p>
          <Bridge />
        </>
      }
    >
      <ul class="ways">
        {ways.map(({ to, title, text, action }) => (
          <li key={to}>
            <a href={to}>
              <h2>{title}</h2>
              <p>{text}</p>
              <span class="go" aria-hidden="true">
                {action}
              </span>
            </a>
          </li>
        ))}
      </ul>
      <p>
        <a class="more" href="/suggestions">
          {suggested.calls}
        </a>
      </p>
      <p>
        <a class="more" href="/mediation">
          {home.mediation}
        </a>
      </p>
      <p class="urgent">{home.urgent}</p>
      <section>
        <h2>{procedure.title}</h2>
        <p>{home.procedureLead}</p>
        <Procedure short />
        <p>
          <a class="more" href="/read/procedure">
            {home.procedureMore}
          </a>
        </p>
      </section>
      <section>
        <h2>{home.rightsTitle}</h2>
        <ul class="rights">
          {rights.items.slice(0, 6).map(({ title, text, basis }) => (
            <li key={title}>
              <h3>{title}</h3>
              <p>{text}</p>
              <p class="basis">{basis}</p>
            </li>
          ))}
        </ul>
        <p>
          <a class="more" href="/read/rights">
            {home.rightsMore}
          </a>
        </p>
      </section>
      <section>
        <h2>{home.readTitle}</h2>
        <p>{home.readLead}</p>
        <ul class="links">
          {(['law', 'receipts', 'privacy'] as const).map((page) => (
            <li key={page}>
              <a href={`/read/${page}`}>{read.pages[page].title}</a>
              <p>{read.pages[page].text}</p>
            </li>
          ))}
        </ul>
      </section>
      <Office />
    </Page>
  )
}
