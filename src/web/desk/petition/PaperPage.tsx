import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { PageView } from '../../../documents/contract.ts'
import type { Language } from '../../shared/language.ts'
import { usePageTitle } from '../layout/page.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { issuedFile, paperFile, useIssuedPaper, usePaper } from './papers.ts'
import { Sheet } from './Sheet.tsx'
import './paper-page.css'

/** A paper of a petition. */
export function PaperPage() {
  const { number = '', paper = '' } = useParams()
  const [language, read] = useState<Language>('zh')
  const page = usePaper(number, paper, language)
  return <OnA4 page={page} file={paperFile(number, paper)} language={language} onRead={read} />
}

/** A paper of an order, a proposal or a bulletin. */
export function IssuedPaperPage() {
  const { stream = '', paper = '' } = useParams()
  const [language, read] = useState<Language>('zh')
  const page = useIssuedPaper(stream, paper, language)
  return <OnA4 page={page} file={issuedFile(stream, paper)} language={language} onRead={read} />
}

interface Shown {
  readonly page: UseQueryResult<PageView>
  readonly file: string
  readonly language: Language
  onRead(language: Language): void
}

/** One paper on A4: for reading, printing and taking into the word processor. The Chinese text is the official one. */
function OnA4({ page, file, language, onRead }: Shown) {
  const { words } = useLanguage()
  usePageTitle(page.data?.title ?? words.papers.title)
  if (page.isPending) return <Skeleton />
  if (page.isError) return <Trouble error={page.error} onRetry={() => page.refetch()} />
  return (
    <div className="paper-ground">
      <div className="paper-tools no-print">
        <Button type="primary" onClick={() => window.print()}>
          {words.papers.print}
        </Button>
        <Button href={`${file}?language=${language}`} download>
          {words.papers.download}
        </Button>
        <Button onClick={() => onRead(language === 'zh' ? 'en' : 'zh')}>{words.papers.readIn[language]}</Button>
        <Button onClick={() => window.history.back()}>{words.back}</Button>
      </div>
      <Sheet page={page.data} />
    </div>
  )
}
