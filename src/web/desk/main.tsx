import { StyleProvider } from '@ant-design/cssinjs'
import { QueryClientProvider } from '@tanstack/react-query'
import { App, ConfigProvider } from 'antd'
import enGB from 'antd/locale/en_GB'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, StrictMode, useEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { queryClient } from './api.ts'
import { ErrorBoundary } from './layout/ErrorBoundary.tsx'
import { ShortcutProvider } from './layout/shortcuts.tsx'
import { LanguageProvider, useLanguage } from './locales/language.tsx'
import { Routes } from './routes.tsx'
import { theme } from './theme/theme.ts'
import './theme/theme.css'

function Dressed({ children }: { readonly children: ReactNode }) {
  const { language } = useLanguage()
  useEffect(() => {
    dayjs.locale(language === 'zh' ? 'zh-cn' : 'en')
  }, [language])
  return (
    <StyleProvider layer>
      <ConfigProvider theme={theme} locale={language === 'zh' ? zhCN : enGB} button={{ autoInsertSpace: false }}>
        <App component={false}>{children}</App>
      </ConfigProvider>
    </StyleProvider>
  )
}

const place = document.getElementById('desk')
if (!place) throw new Error('the page has no #desk')

createRoot(place).render(
  <StrictMode>
    <LanguageProvider>
      <ErrorBoundary>
        <QueryClientProvider client={queryClient}>
          <Dressed>
            <ShortcutProvider>
              <Routes />
            </ShortcutProvider>
          </Dressed>
        </QueryClientProvider>
      </ErrorBoundary>
    </LanguageProvider>
  </StrictMode>,
)
