import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Alert, App, Button, Dropdown, Form, Input, Modal, Select } from 'antd'
import { useState } from 'react'
import type * as identity from '../../../identity/contract.ts'
import { terms } from '../../../wording/terms.ts'
import { call } from '../api.ts'
import { troubleInWords } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import type { Organ } from './directory.ts'
import { OrganPicker } from './OrganPicker.tsx'

const acts = ['open', 'rename', 'code', 'move', 'merge', 'abolish'] as const
type Act = (typeof acts)[number]

interface Typed {
  readonly zh: string
  readonly en: string
  readonly kind: Organ['kind']
  readonly level: Organ['level']
  readonly region: string
  readonly parent: string | null
  readonly leadBy: string | null
  readonly into: string
  readonly successor: string | null
  readonly code: string
}

/** What an administrator can do with an organ. Nothing is deleted: an organ that ends names who carries its duties on. */
export function OrganActs({ organ }: { readonly organ: Organ }) {
  const { words } = useLanguage()
  const [act, setAct] = useState<Act | null>(null)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps a click on the menu from folding the branch
    // biome-ignore lint/a11y/useKeyWithClickEvents: the menu inside has the keys
    <span onClick={(event) => event.stopPropagation()}>
      <Dropdown
        trigger={['click']}
        menu={{ items: acts.map((key) => ({ key, label: words.organ.act[key], onClick: () => setAct(key) })) }}
      >
        <Button size="small" type="text" aria-label={words.organ.acts} onClick={(event) => event.preventDefault()}>
          ···
        </Button>
      </Dropdown>
      {act && <ActDialog act={act} organ={organ} onClose={() => setAct(null)} />}
    </span>
  )
}

interface ActDialogProps {
  readonly act: Act
  readonly organ: Organ
  readonly onClose: () => void
}

function ActDialog({ act, organ, onClose }: ActDialogProps) {
  const { words, pick, language } = useLanguage()
  const { message } = App.useApp()
  const client = useQueryClient()
  const [form] = Form.useForm<Typed>()
  const doing = useMutation({
    mutationFn: (typed: Typed) => send(act, organ, typed),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['organs'] })
      void message.success(words.action.done(words.organ.act[act]))
      onClose()
    },
  })
  return (
    <Modal
      open
      title={`${words.organ.act[act]} · ${pick(organ)}`}
      okText={words.organ.act[act]}
      cancelText={words.cancel}
      confirmLoading={doing.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="action-follows">{words.organ.follows[act]}</p>
      <Form form={form} layout="vertical" initialValues={startOf(act, organ)} onFinish={(typed) => doing.mutate(typed)}>
        <Fields act={act} organ={organ} />
      </Form>
      {doing.error && (
        <Alert role="alert" type="warning" showIcon title={troubleInWords(doing.error, words, language)} />
      )}
    </Modal>
  )
}

const startOf = (act: Act, { id, zh, en, region, parent, leadBy, level, code }: Organ): Partial<Typed> =>
  act === 'open'
    ? { parent: id, region, level, kind: 'department', leadBy: null }
    : { zh, en, region, parent, leadBy, code }

function send(act: Act, { id }: Organ, typed: Typed): Promise<unknown> {
  const params = { organ: id }
  const { zh, en, kind, level, region, parent, leadBy, code } = typed
  switch (act) {
    case 'open':
      return call<typeof identity.openOrganEndpoint>('POST', '/api/organs', {
        body: { zh, en, kind, level, region, parent, leadBy: leadBy ?? null },
      })
    case 'rename':
      return call<typeof identity.renameOrgan>('PUT', '/api/organs/:organ/name', { params, body: { zh, en } })
    case 'code':
      return call<typeof identity.setDocumentCode>('PUT', '/api/organs/:organ/document-code', {
        params,
        body: { code: code?.trim() || null },
      })
    case 'move':
      return call<typeof identity.moveOrgan>('PUT', '/api/organs/:organ/place', {
        params,
        body: { region, parent, leadBy: leadBy ?? null },
      })
    case 'merge':
      return call<typeof identity.mergeOrgan>('POST', '/api/organs/:organ/merge', {
        params,
        body: { into: typed.into },
      })
    case 'abolish':
      return call<typeof identity.abolishOrgan>('POST', '/api/organs/:organ/abolish', {
        params,
        body: { successor: typed.successor ?? null },
      })
  }
}

function Fields({ act, organ }: Omit<ActDialogProps, 'onClose'>) {
  const { words } = useLanguage()
  const rules = (label: string) => [{ required: true, message: words.field.needed(label) }]
  const isOther = ({ id, state }: Organ) => state === 'active' && id !== organ.id
  if (act === 'merge') {
    return (
      <Form.Item name="into" label={words.organ.into} rules={rules(words.organ.into)}>
        <OrganPicker accepts={isOther} />
      </Form.Item>
    )
  }
  if (act === 'abolish') {
    return (
      <Form.Item name="successor" label={words.organ.successor}>
        <OrganPicker accepts={isOther} />
      </Form.Item>
    )
  }
  if (act === 'code') {
    return (
      <Form.Item name="code" label={words.organ.code}>
        <Input maxLength={20} />
      </Form.Item>
    )
  }
  return (
    <>
      {act !== 'move' && <NameFields rules={rules} />}
      {act !== 'rename' && <PlaceFields isNew={act === 'open'} rules={rules} />}
    </>
  )
}

interface RuledProps {
  readonly rules: (label: string) => { required: boolean; message: string }[]
}

function NameFields({ rules }: RuledProps) {
  const { words } = useLanguage()
  return (
    <>
      <Form.Item name="zh" label={words.organ.nameZh} rules={rules(words.organ.nameZh)}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="en" label={words.organ.nameEn} rules={rules(words.organ.nameEn)}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  )
}

function PlaceFields({ isNew, rules }: RuledProps & { readonly isNew: boolean }) {
  const { words, term } = useLanguage()
  const optionsOf = (group: 'organKind' | 'organLevel') =>
    Object.keys(terms[group]).map((code) => ({ value: code, label: term(group, code) }))
  return (
    <>
      {isNew && (
        <>
          <Form.Item name="kind" label={words.organ.kind}>
            <Select options={optionsOf('organKind')} />
          </Form.Item>
          <Form.Item name="level" label={words.organ.level}>
            <Select options={optionsOf('organLevel')} />
          </Form.Item>
        </>
      )}
      <Form.Item name="region" label={words.organ.region} rules={rules(words.organ.region)}>
        <Input maxLength={12} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="parent" label={words.organ.parent}>
        <OrganPicker />
      </Form.Item>
      <Form.Item name="leadBy" label={words.organ.leadBy}>
        <OrganPicker />
      </Form.Item>
    </>
  )
}
