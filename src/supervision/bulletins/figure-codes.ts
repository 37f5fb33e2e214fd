/** What a code of a figure stands for, in words. */
import type { OrganId } from '../../kernel/organ.ts'
import { categoryTree } from '../../law/codes/categories.ts'
import { assessmentTerms } from '../../wording/assessment-terms.ts'
import { type Bilingual, say } from '../../wording/bilingual.ts'
import { bulletinTermOf } from '../../wording/bulletin-terms.ts'
import { termOf } from '../../wording/terms.ts'
import type { FigureName } from './bulletin.ts'

type NameOf = (organ: OrganId) => Bilingual

const same = (text: string): Bilingual => say(text, text)

export function codeInWords(figure: FigureName, code: string, nameOf: NameOf): Bilingual {
  switch (figure) {
    case 'byClass':
      return termOf('class', code)
    case 'byStage':
      return termOf('stage', code)
    case 'byChannel':
    case 'channelTrend':
      return termOf('channel', code)
    case 'byCategory':
    case 'categoryTrend':
      return categoryTree.find(({ id }) => id === code) ?? same(code)
    case 'complained':
    case 'complainedTrend':
      return nameOf(code as OrganId)
    case 'placeTrend':
      return placeInWords(code, nameOf)
    case 'assessment':
      return scoreInWords(code, nameOf)
    default:
      return combined(code)
  }
}

/** A place is called by its government, which bears its name. */
function placeInWords(code: string, nameOf: NameOf): Bilingual {
  if (/^\d+$/.test(code)) return say(`地区${code}`, `region ${code}`)
  const { zh, en } = nameOf(code as OrganId)
  return say(zh.replace(/人民政府$/, ''), en.replace(/^People's Government of /, ''))
}

/** `routedInTime@2026-10@county.bureau`: what was measured, in which period, of whom. */
function scoreInWords(code: string, nameOf: NameOf): Bilingual {
  const [indicator = '', period = '', organ = ''] = code.split('@')
  const measured = (assessmentTerms.indicator as Readonly<Record<string, Bilingual>>)[indicator] ?? same(indicator)
  const whose = nameOf(organ as OrganId)
  return say(`${measured.zh}（${period}）：${whose.zh}`, `${measured.en} (${period}): ${whose.en}`)
}

/** Codes of other rooms may have two halves: `improveWork.adopted`. */
function combined(code: string): Bilingual {
  const [first = code, second] = code.split('.')
  const head = bulletinTermOf('figureCode', first)
  if (second === undefined) return head
  const tail = bulletinTermOf('figureCode', second)
  return say(`${head.zh}：${tail.zh}`, `${head.en}: ${tail.en}`)
}
