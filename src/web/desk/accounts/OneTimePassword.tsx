import { Button, Modal, Typography } from 'antd'
import { useLanguage } from '../locales/language.tsx'

export interface Handed {
  readonly name: string
  readonly login: string
  readonly password: string
}

/** The only time that anybody sees it: whoever administers hands it over and it is replaced at the first sign-in. */
export function OneTimePassword({ handed, onClose }: { readonly handed: Handed; readonly onClose: () => void }) {
  const { words } = useLanguage()
  return (
    <Modal
      open
      title={words.accounts.passwordFor(handed.name)}
      mask={{ closable: false }}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{words.accounts.handedOver}</Button>}
    >
      <dl className="pairs">
        <div>
          <dt>{words.signIn.login}</dt>
          <dd>{handed.login}</dd>
        </div>
        <div>
          <dt>{words.signIn.password}</dt>
          <dd>
            <Typography.Text copyable className="one-time">
              {handed.password}
            </Typography.Text>
          </dd>
        </div>
      </dl>
      <p className="faint">{words.accounts.passwordSays}</p>
    </Modal>
  )
}
