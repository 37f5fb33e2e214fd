import { Alert, Button } from 'antd'
import { useEffect, useState } from 'react'
import { useLanguage } from '../locales/language.tsx'

/** The only time that anybody sees them. */
export function RecoveryCodes({ codes, onKept }: { readonly codes: readonly string[]; readonly onKept: () => void }) {
  const { words } = useLanguage()
  const { recovery } = words.signIn
  const [isCopied, setIsCopied] = useState(false)
  useEffect(() => document.getElementById('recovery')?.focus(), [])
  return (
    <section className="recovery" id="recovery" tabIndex={-1} aria-label={recovery.title}>
      <h2>{recovery.title}</h2>
      <Alert type="warning" showIcon title={recovery.says} />
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="recovery-acts no-print">
        <Button onClick={() => window.print()}>{recovery.print}</Button>
        {/* without TLS a browser has no clipboard to offer */}
        {navigator.clipboard && (
          <Button onClick={() => void navigator.clipboard.writeText(codes.join('\n')).then(() => setIsCopied(true))}>
            {isCopied ? recovery.copied : recovery.copy}
          </Button>
        )}
        <Button type="primary" onClick={onKept}>
          {recovery.kept}
        </Button>
      </div>
    </section>
  )
}
