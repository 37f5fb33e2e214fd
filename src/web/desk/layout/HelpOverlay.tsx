import { Modal } from 'antd'
import { useLanguage } from '../locales/language.tsx'
import { useShortcutGroups } from './shortcuts.tsx'
import './help.css'

export function HelpOverlay({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { words } = useLanguage()
  const groups = useShortcutGroups()
  return (
    <Modal open={isOpen} onCancel={onClose} footer={null} title={words.help.title} width={640} destroyOnHidden>
      <div className="help">
        {groups.map(({ title, list }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {list.map(({ keys, says }) => (
                <div key={keys}>
                  <dt>
                    {keys.split(' ').map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{says}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="faint">{words.help.inFields}</p>
      </div>
    </Modal>
  )
}
