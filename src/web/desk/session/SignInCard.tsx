import type { ReactNode } from 'react'
import { LanguageSwitch } from '../layout/LanguageSwitch.tsx'
import { useLanguage } from '../locales/language.tsx'
import './sign-in.css'

/** The card in the middle of an otherwise empty page, before anybody is signed in. */
export function SignInCard({ children }: { readonly children: ReactNode }) {
  const { words } = useLanguage()
  return (
    <main className="sign-in-card">
      <header>
        <img src={`${import.meta.env.BASE_URL}bridge.svg`} alt="" width={36} height={36} />
        <div>
          <h1>{words.house}</h1>
          <p className="soft">{words.signIn.says}</p>
        </div>
      </header>
      {children}
      <footer>
        <LanguageSwitch />
        <span className="faint">{words.signIn.forgot}</span>
      </footer>
    </main>
  )
}
