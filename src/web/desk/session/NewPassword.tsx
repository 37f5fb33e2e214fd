import { Form, Input } from 'antd'
import { useLanguage } from '../locales/language.tsx'

/** In place of a password that somebody else made, or for a change. */
export function NewPassword({ name = 'newPassword' }: { readonly name?: string }) {
  const { words } = useLanguage()
  return (
    <>
      <Form.Item
        name={name}
        label={words.signIn.newPassword}
        extra={words.signIn.newPasswordSays}
        rules={[{ required: true, message: words.field.needed(words.signIn.newPassword) }]}
      >
        <Input.Password autoComplete="new-password" maxLength={400} />
      </Form.Item>
      <Form.Item
        name="repeated"
        label={words.signIn.repeated}
        dependencies={[name]}
        rules={[
          ({ getFieldValue }) => ({
            validator: async (_, repeated: string | undefined) => {
              if (repeated !== getFieldValue(name)) throw new Error(words.signIn.notTheSame)
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={400} />
      </Form.Item>
    </>
  )
}
