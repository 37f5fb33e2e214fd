import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Form, Input, Modal, Select } from 'antd'
import type * as identity from '../../../identity/contract.ts'
import { posts } from '../../../kernel/viewer.ts'
import { call } from '../api.ts'
import { DayField } from '../layout/DayField.tsx'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { OrganPicker } from '../organs/OrganPicker.tsx'
import { useSession } from '../session/session-context.ts'
import type { Handed } from './OneTimePassword.tsx'
import { type TypedPost, wanted } from './terms.ts'

interface Typed {
  readonly login: string
  readonly name: string
  readonly posts: readonly TypedPost[]
}

interface OpenAccountProps {
  readonly onClose: () => void
  readonly onOpened: (handed: Handed) => void
}

export function OpenAccount({ onClose, onOpened }: OpenAccountProps) {
  const { words, language } = useLanguage()
  const { organ } = useSession()
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const opening = useMutation({
    mutationFn: ({ posts, ...person }: Typed) =>
      call<typeof identity.openAccountEndpoint>('POST', '/api/accounts', {
        body: { ...person, posts: posts.map(wanted) },
      }),
    onSuccess: ({ password }, { login, name }) => {
      void client.invalidateQueries({ queryKey: ['accounts'] })
      onOpened({ login, name, password })
      onClose()
    },
  })
  const rules = (label: string) => [{ required: true, message: words.field.needed(label) }]
  return (
    <Modal
      open
      title={words.accounts.open}
      okText={words.accounts.open}
      cancelText={words.cancel}
      confirmLoading={opening.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ posts: [{ organ: organ.id, post: 'clerk' }] }}
        onFinish={(typed) => opening.mutate(typed)}
      >
        <Form.Item name="name" label={words.person.name} rules={rules(words.person.name)}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="login"
          label={words.signIn.login}
          extra={words.accounts.loginSays}
          rules={rules(words.signIn.login)}
        >
          <Input maxLength={100} autoComplete="off" spellCheck={false} />
        </Form.Item>
        <PostRows />
      </Form>
      {opening.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(opening.error, words, language)} />
      )}
    </Modal>
  )
}

function PostRows() {
  const { words, term } = useLanguage()
  return (
    <Form.List name="posts">
      {(rows, { add, remove }) => (
        <div className="post-rows">
          <span>{words.accounts.posts}</span>
          {rows.map(({ key, name }) => (
            <div key={key} className="grant grant-with-days">
              <Form.Item name={[name, 'organ']} rules={[{ required: true, message: words.organ.choose }]}>
                <OrganPicker aria-label={words.organ.title} />
              </Form.Item>
              <Form.Item name={[name, 'post']} initialValue="clerk">
                <Select
                  aria-label={words.accounts.posts}
                  options={posts.map((value) => ({ value, label: term('post', value) }))}
                />
              </Form.Item>
              <Form.Item name={[name, 'from']} label={words.accounts.firstDay}>
                <DayField mayBePast={false} />
              </Form.Item>
              <Form.Item name={[name, 'until']} label={words.accounts.lastDay}>
                <DayField mayBePast={false} />
              </Form.Item>
              {rows.length > 1 && (
                <Button type="text" size="small" onClick={() => remove(name)}>
                  {words.remove}
                </Button>
              )}
            </div>
          ))}
          <p className="faint">{words.accounts.termSays}</p>
          <Button type="dashed" size="small" onClick={() => add({ post: 'clerk' })}>
            {words.accounts.addPost}
          </Button>
        </div>
      )}
    </Form.List>
  )
}
