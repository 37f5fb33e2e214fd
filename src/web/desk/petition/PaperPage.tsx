import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Language } from '../../shared/language.ts'
import { usePageTitle } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { paperFile, usePaper } from './papers.ts'
import { Sheet } from './Sheet.tsx'
import './paper-page.css'

/** One paper on A4: for reading, printing and taking into the word processor. The Chinese text is the official one. */
export function PaperPage() {
  const { number = '', paper = '' } = useParams()
  const { words } = useLanguage()
  const [language, read] = useState<Language>('zh')
  const page = usePaper(number, paper, language)
  usePageTitle(page.data?.title ?? words.papers.title)
  if (page.isPending) return <Skeleton />
  if (page.isError) return <Trouble error={page.error} onRetry={() => page.refetch()} />
  return (
    <div className="paper-ground">
      <div className="paper-tools no-print">
        <Button type="primary" onClick={() => window.print()}>
          {words.papers.print}
        </Button>
        <Button href={`${paperFile(number, paper)}?language=${language}`} download>
          {words.papers.download}
        </Button>
        <Button onClick={() => read(language === 'zh' ? 'en' : 'zh')}>{words.papers.readIn[language]}</Button>
        <Button onClick={() => window.history.back()}>{words.back}</Button>
      </div>
      <Sheet page={page.data} />
    </div>
  )
}
