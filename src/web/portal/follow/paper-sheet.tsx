import type { PageView } from '../../../documents/contract.ts'
import { pageWords } from '../../../wording/paper-page.ts'
import '../../shared/sheet.css'

/** A paper as it is printed: the same page that the Word document has. */
export function Sheet({ page }: { page: PageView }) {
  const { language, head } = page
  return (
    <article class={`sheet sheet-slim sheet-${head}`} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <Head page={page} />
      {page.isDraft ? <p class="sheet-note">{pageWords.draft[language]}</p> : null}
      {language === 'en' ? <p class="sheet-note">{pageWords.readingCopy.en}</p> : null}
      <h2 class="sheet-title">{page.title}</h2>
      {page.to === null ? null : <p>{page.to}</p>}
      {page.pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is set once and does not change
        <Piece key={at} piece={piece} />
      ))}
      {page.close === null ? null : <p class="sheet-text">{page.close}</p>}
      <Foot page={page} />
    </article>
  )
}

/** As large as fits on one line; where a browser cannot count that, as the style says. */
const markStyle = ({ organ }: PageView) => `font-size: clamp(1em, ${(94 / organ.length).toFixed(2)}cqi, 3em)`

function Head({ page }: { page: PageView }) {
  const { language, head, number, isNumberPending } = page
  if (head === 'plain') return null
  return (
    <header>
      <p class="sheet-mark" style={markStyle(page)}>
        {page.organ}
      </p>
      <p class="sheet-number">{number ?? (isNumberPending ? pageWords.numberPending[language] : '')}</p>
    </header>
  )
}

function Piece({ piece }: { piece: PageView['pieces'][number] }) {
  if (piece.is === 'heading')
    return piece.level === 1 ? <h3 class="sheet-first">{piece.text}</h3> : <h4 class="sheet-second">{piece.text}</h4>
  if (piece.is === 'paragraph') return <p class="sheet-text">{piece.text}</p>
  return (
    <table>
      <tbody>
        {piece.rows.map(([name, ...values]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            {values.map((value) => (
              <td key={value}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const byHand = { parties: pageWords.partiesSign, served: pageWords.servedSigns, organ: [] } as const

function Foot({ page }: { page: PageView }) {
  const { language, copies } = page
  return (
    <>
      <div class="sheet-hands">
        {byHand[page.signed].map((line) => (
          <p key={line.en}>{line[language]}</p>
        ))}
      </div>
      <div class="sheet-sign">
        <p>{page.organ}</p>
        <p>{page.day}</p>
        <div class="sheet-seal" aria-hidden="true">
          <span>{pageWords.seal[language]}</span>
        </div>
      </div>
      {copies === null ? null : (
        <p class="sheet-copies">{language === 'zh' ? `抄送：${copies}。` : `Copies: ${copies}.`}</p>
      )}
    </>
  )
}
