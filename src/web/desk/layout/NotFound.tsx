import { Link } from 'react-router'
import { useLanguage } from '../locales/language.tsx'
import { Nothing } from './Nothing.tsx'

export function NotFound() {
  const { words } = useLanguage()
  return (
    <Nothing title={words.notFound.title} says={words.notFound.says}>
      <Link to="/">{words.notFound.home}</Link>
    </Nothing>
  )
}
