import './old-phones.ts'
import { render } from 'preact'
import { rememberedLanguage } from '../shared/language.ts'
import { App } from './app.tsx'
import { isLarge, showLarge } from './shell/display.ts'
import { wordsIn } from './shell/language.tsx'

const place = document.getElementById('app')
const language = rememberedLanguage()
showLarge(isLarge())
wordsIn(language).then(
  (words) => {
    if (!place) return
    place.textContent = ''
    render(<App language={language} words={words} />, place)
  },
  // the line broke before the words were here, so both languages stand in the page itself
  () => place?.classList.add('failed'),
)
