import type { CSSProperties } from 'react'
import type { PageView } from '../../../documents/contract.ts'
import { pageWords } from '../../../wording/paper-page.ts'
import '../../shared/sheet.css'

/** A paper as it is printed: the same page that the Word document has. */
export function Sheet({ page }: { readonly page: PageView }) {
  const { language, head } = page
  const to = page.to === null ? null : <p>{page.to}</p>
  return (
    <article className={`sheet sheet-${head}`} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <Head page={page} />
      {page.isDraft && <p className="sheet-note">{pageWords.draft[language]}</p>}
      {language === 'en' && <p className="sheet-note">{pageWords.readingCopy.en}</p>}
      <h1 className="sheet-title">{page.title}</h1>
      {to}
      {page.pieces.map((piece, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a page is set once and does not change
        <Piece key={at} piece={piece} />
      ))}
      {page.close !== null && <p className="sheet-text">{page.close}</p>}
      <Foot page={page} />
    </article>
  )
}

/** As large as fits on one line. */
const markStyle = ({ organ }: PageView): CSSProperties => ({
  fontSize: `clamp(1em, ${(94 / Math.max(1, organ.length)).toFixed(2)}cqi, 3em)`,
})

function Head({ page }: { readonly page: PageView }) {
  const { head, language } = page
  if (head === 'plain') return null
  const number = page.number ?? (page.isNumberPending ? pageWords.numberPending[language] : '')
  return (
    <header>
      <p className="sheet-mark" style={markStyle(page)}>
        {page.organ}
      </p>
      <p className="sheet-number">
        {head === 'upward' ? (
          <>
            <span>{number}</span>
            <span>
              {pageWords.approver[language]}
              {page.approver}
            </span>
          </>
        ) : (
          number
        )}
      </p>
    </header>
  )
}

function Piece({ piece }: { readonly piece: PageView['pieces'][number] }) {
  if (piece.is === 'heading')
    return piece.level === 1 ? (
      <h2 className="sheet-first">{piece.text}</h2>
    ) : (
      <h3 className="sheet-second">{piece.text}</h3>
    )
  if (piece.is === 'paragraph') return <p className="sheet-text">{piece.text}</p>
  const [isPairs, rows] = [piece.head.length === 0, piece.rows]
  return (
    <table>
      {!isPairs && (
        <thead>
          <tr>
            {piece.head.map((text) => (
              <th key={text} scope="col">
                {text}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody>
        {rows.map(([first, ...rest]) => (
          <tr key={first}>
            {isPairs ? <th scope="row">{first}</th> : <td>{first}</td>}
            {rest.map((text, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: columns stay where they are
              <td key={at}>{text}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const byHand = { parties: pageWords.partiesSign, served: pageWords.servedSigns, organ: [] } as const

function Foot({ page }: { readonly page: PageView }) {
  const { language, copies } = page
  const hands = byHand[page.signed]
  return (
    <>
      {hands.length > 0 && (
        <div className="sheet-hands">
          {hands.map((line) => (
            <p key={line.en}>{line[language]}</p>
          ))}
        </div>
      )}
      <div className="sheet-sign">
        <p>{page.organ}</p>
        <p>{page.day}</p>
        <div className="sheet-seal" aria-hidden="true">
          <span>{pageWords.seal[language]}</span>
        </div>
      </div>
      {copies !== null && (
        <p className="sheet-copies">{language === 'zh' ? `抄送：${copies}。` : `Copies: ${copies}.`}</p>
      )}
    </>
  )
}
