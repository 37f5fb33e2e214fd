/** Why a paper cannot be set, in words that somebody can act on. A refusal without both languages does not compile. */
import { basisInWords } from '../law/basis.ts'
import type { RefusalStatus } from '../platform/http/call.ts'
import { type Bilingual, inSequence, say } from '../wording/bilingual.ts'
import type { Unreadable } from './content.ts'
import { forms } from './forms/forms.ts'
import { partNames } from './parts.ts'
import type { SettingRefusal } from './typesetting.ts'

export type PaperRefusal = SettingRefusal | { readonly kind: 'no-such-paper' }

export const statusOfPaperRefusal = {
  'paper-part-missing': 409,
  'paper-part-unreadable': 409,
  'no-such-paper': 404,
} as const satisfies Record<PaperRefusal['kind'], RefusalStatus>

export function explainPaper(refusal: PaperRefusal): Bilingual {
  switch (refusal.kind) {
    case 'paper-part-missing':
      return missing(refusal)
    case 'paper-part-unreadable':
      return unreadable(refusal)
    case 'no-such-paper':
      return say('没有这份文书，或者不由您查阅。', 'There is no such paper, or it is not yours to read.')
  }
}

function missing({ paper, part, basis }: Extract<SettingRefusal, { kind: 'paper-part-missing' }>): Bilingual {
  const [title, name, rests] = [titleOf(paper), partNames[part], basisInWords(basis)]
  return inSequence(
    say(
      `《${title.zh}》缺少“${name.zh}”，没有相应的记录，不能出具。`,
      `“${title.en}” has no “${name.en}”: nothing of it was recorded, so that it cannot be set.`,
    ),
    say(`依据：${rests.zh}。`, `Basis: ${rests.en}.`),
  )
}

const why: Readonly<Record<Unreadable, Bilingual>> = {
  sealed: say('该内容已经密封，请先说明理由并启封。', 'It is sealed; open it first, and say why.'),
  erased: say('该内容已经依法销毁。', 'It was lawfully erased.'),
  keyMissing: say('缺少密钥，该内容不能读取。', 'Its key is missing, so that it cannot be read.'),
}

function unreadable({
  paper,
  part,
  why: reason,
}: Extract<SettingRefusal, { kind: 'paper-part-unreadable' }>): Bilingual {
  const [title, name] = [titleOf(paper), partNames[part]]
  return inSequence(
    say(`《${title.zh}》的“${name.zh}”不能读取。`, `The part “${name.en}” of “${title.en}” cannot be read.`),
    why[reason],
  )
}

/** The title of a form as it is listed; a year in it is the year meant. */
export function titleOf(paper: keyof typeof forms): Bilingual {
  const { zh, en } = forms[paper].title
  return say(
    zh.replace('{year}年', '').replace('{title}', '通报'),
    en.replace(', {year}', '').replace('{title}', 'Circular'),
  )
}
