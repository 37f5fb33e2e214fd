/** The other ways to petition, which count the same. No house publishes its own address and hours yet, so none is shown. */
import { useWords } from '../shell/language.tsx'

export function Office() {
  const { home } = useWords()
  return (
    <section>
      <h2>{home.officeTitle}</h2>
      <p>{home.officeLead}</p>
      <dl class="plain">
        {home.office.map(({ title, text }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
