import { describe, expect, it } from 'vitest'
import { day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { article, decided } from '../law/basis.ts'
import { taskTermOf } from '../wording/task-terms.ts'
import type { TaskRefusal, TaskRefusalKind } from './task.ts'
import { explainTask } from './wording.ts'

const nameOf = (organ: OrganId) => ({ zh: `${organ}局`, en: `the ${organ} office` })
const organ = '甲' as OrganId
const basis = decided('0036')

/** One of each kind, so that a new one without an example here does not compile. */
const examples: { readonly [K in TaskRefusalKind]: Extract<TaskRefusal, { kind: K }> } = {
  'no-such-task': { kind: 'no-such-task' },
  'task-given-already': { kind: 'task-given-already' },
  'wrong-task-stage': {
    kind: 'wrong-task-stage',
    stage: 'closed',
    command: 'ReportOnTask',
    needs: ['given', 'reported'],
  },
  'task-is-anothers': { kind: 'task-is-anothers', whose: 'giver', basis },
  'own-report': { kind: 'own-report', basis },
  'giver-is-kept-out': { kind: 'giver-is-kept-out', organ, basis: article(30, 3) },
  'doer-is-kept-out': { kind: 'doer-is-kept-out', organ, basis: article(30, 3) },
  'person-is-kept-out': { kind: 'person-is-kept-out', basis: article(28, 3) },
  'leads-nothing-there': { kind: 'leads-nothing-there', organ },
  'unknown-organ': { kind: 'unknown-organ', organ },
  'about-no-petition': { kind: 'about-no-petition', petition: '260302000000017' },
  'day-not-ahead': { kind: 'day-not-ahead', day: day('2026-03-01'), today: day('2026-03-02') },
  'not-an-extension': { kind: 'not-an-extension', until: day('2026-03-02') },
  'not-reported-yet': { kind: 'not-reported-yet', basis },
  'task-erased': { kind: 'task-erased', on: day('2056-11-24') },
  'material-not-there': { kind: 'material-not-there' },
  'clock-still-running': { kind: 'clock-still-running', clock: 'doTask#1' },
}

describe('Every refusal of a task', () => {
  it.each(Object.values(examples))('$kind is said in both languages, whole and without gaps', (refusal) => {
    const { zh, en } = explainTask(refusal, nameOf)
    expect(zh).toMatch(/^[“\d\p{Script=Han}].*。$/u)
    expect(en).toMatch(/^[A-Z“\d].*\.$/u)
    for (const text of [zh, en]) expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/)
    if ('basis' in refusal) expect(zh).toContain('依据：')
  })

  it('names what it is about', () => {
    const said = (kind: TaskRefusalKind) => explainTask(examples[kind], nameOf)
    expect(said('wrong-task-stage').zh).toBe(
      '该落实事项目前“已销号”，不能“报告落实情况”；“办理中”或者“已报告，待销号”时方可办理。',
    )
    expect(said('doer-is-kept-out').zh).toContain('第30条第3款')
    expect(explainTask({ kind: 'task-is-anothers', whose: 'doer', basis }, nameOf).en).toMatch(/reports on it/)
  })

  it('a code that nobody knows is said as it is', () => {
    expect(taskTermOf('taskFact', 'Strange')).toEqual({ zh: 'Strange', en: 'Strange' })
  })
})
