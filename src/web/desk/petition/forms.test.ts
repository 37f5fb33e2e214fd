import { describe, expect, it } from 'vitest'
import { petitionCommands } from '../../../petition/commands.ts'
import { en } from '../locales/en.ts'
import { zh } from '../locales/zh.ts'
import { commandGroups, forms, weighty } from './forms.tsx'

const staffCommands = Object.entries(petitionCommands)
  .filter(([, { who }]) => who !== 'petitioner')
  .map(([segment]) => segment)
const grouped: readonly string[] = Object.values(commandGroups).flat()

describe('the forms of the commands', () => {
  it('are there for every command that staff can give, and for no other', () => {
    expect(Object.keys(forms).sort()).toEqual(staffCommands.toSorted())
  })

  it('stand in one group each, so that no action is lost from the page', () => {
    expect(grouped.toSorted()).toEqual(staffCommands.toSorted())
  })

  it('say what follows wherever they ask once more', () => {
    for (const command of weighty) {
      expect(zh.action.follows, command).toHaveProperty(command)
      expect(en.action.follows, command).toHaveProperty(command)
    }
  })

  it('name each of their fields in both languages', () => {
    for (const [command, form] of Object.entries(forms)) {
      for (const field of Object.keys(form.fields)) {
        for (const { field: said } of [zh, en]) {
          const own: Record<string, string> = said.own
          const usual: Record<string, string> = said.label
          expect(own[`${command}.${field}`] ?? usual[field], `${command}.${field}`).toBeTruthy()
        }
      }
    }
  })
})
