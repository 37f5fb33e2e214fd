/** A fact in words: its coded values by name, then its prose. */
import { useMemo } from 'react'
import { findCategory } from '../../../law/codes/categories.ts'
import type { HistoryEntry } from '../../../petition/views.ts'
import { claimInWords, clockInWords, questionInWords } from '../../../wording/references.ts'
import { type TermGroup, terms } from '../../../wording/terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { correctedTerm, correctedTextWords, textWords, type ValueWords, wordsForValue } from './history-values.ts'
import type { PetitionView } from './petition.ts'
import { shownNumber } from './words.tsx'

type Said = readonly (readonly [name: string, value: string])[]

export interface EntryWords {
  readonly values: Said
  readonly texts: Said
}

const nothing: EntryWords = { values: [], texts: [] }

/** What is already in the left column, or in the document card, is not said again. */
export function useEntryWords(entry: HistoryEntry, petition: PetitionView, hasDocument: boolean): EntryWords {
  const language = useLanguage()
  const placeName = usePlaceName()
  return useMemo(() => {
    if (entry.type === 'PetitionRegistered') return registered(entry, petition, language)
    const speaker = { ...language, placeName, petition, entry }
    return {
      values: Object.entries(entry.values)
        .filter(([path]) => !(hasDocument && isInDocument(path)))
        .reduce<Said>((said, [path, value]) => following(said, path, valueInWords(speaker, path, value), language), []),
      texts: hasDocument ? [] : Object.entries(entry.texts).flatMap(([path, text]) => textInWords(speaker, path, text)),
    }
  }, [entry, petition, hasDocument, language, placeName])
}

type Language = ReturnType<typeof useLanguage>

interface Speaker extends Language {
  readonly placeName: (code: string) => string
  readonly petition: PetitionView
  readonly entry: HistoryEntry
}

function registered(entry: HistoryEntry, petition: PetitionView, { words, term }: Language): EntryWords {
  if (entry.version !== 1) return nothing
  return {
    values: [
      [words.column.channel, term('channel', String(entry.values.channel ?? petition.channel))],
      [words.petition.claims, String(petition.claims.length)],
      [words.column.headcount, words.mark.people(Number(entry.values.headcount ?? petition.headcount))],
    ],
    texts: [],
  }
}

/** The card of the document says what it is and what it answers. */
const isInDocument = (path: string): boolean => path === 'kind' || path.startsWith('answers.')

/** `answers.0.outcome` is the outcome of the first answer; `told.way` is a way. */
const lastName = (path: string): string =>
  path
    .split('.')
    .filter((part) => !/^\d+$/.test(part))
    .at(-1) ?? path

/** Several of one kind, as the posts that somebody holds, are named once: `posts.1` goes on after `posts.0`. */
function following(said: Said, path: string, next: Said, { language }: Language): Said {
  const [last, more] = [said.at(-1), next[0]]
  const goesOn = /\.[1-9]\d*$/.test(path) && last !== undefined && last[0] === more?.[0]
  if (!goesOn) return [...said, ...next]
  return [...said.slice(0, -1), [last[0], last[1] + (language === 'zh' ? '、' : ', ') + more[1]]]
}

function valueInWords(speaker: Speaker, path: string, value: unknown): Said {
  const { entry, language } = speaker
  const name = lastName(path)
  if (isOwnOrgan(entry, value) || path.startsWith('addedBy.')) return []
  const said = wordsForValue(entry.type, name)
  if (!said) return [[name, String(value)]]
  if (said.is === 'skip') return []
  const shown =
    entry.type === 'PetitionCorrected' && (name === 'from' || name === 'to')
      ? correctedInWords(speaker, String(entry.values.field), value)
      : shownValue(speaker, said.is, value)
  return [[said[language], shown]]
}

/** Who did it is said in the line above. */
const isOwnOrgan = (entry: HistoryEntry, value: unknown): boolean => isOrgan(value) && entry.by.organ?.id === value.id

const isOrgan = (value: unknown): value is { id: string; zh: string; en: string } =>
  typeof value === 'object' && value !== null && 'zh' in value && 'en' in value

function shownValue(speaker: Speaker, is: Exclude<ValueWords['is'], 'skip'>, value: unknown): string {
  const { term, words, pick, language, petition } = speaker
  if (isOrgan(value)) return pick(value)
  const text = String(value)
  if (typeof is === 'object') return term(is.term, text)
  switch (is) {
    case 'yesNo':
      return value === true ? words.yes : words.no
    case 'day':
      return fullDay(text, language)
    case 'number':
      return shownNumber(text)
    case 'person':
      return petition.people.find(({ ref }) => ref === text)?.name ?? words.petition.petitioner
    case 'claim':
      return pick(claimInWords(text))
    case 'clock':
      return pick(clockInWords(text))
    case 'question':
      return pick(questionInWords(text))
    case 'category':
      return pick(findCategory(text) ?? { zh: text, en: text })
    case 'place':
      return speaker.placeName(text)
    default:
      return text
  }
}

function correctedInWords(speaker: Speaker, field: string, value: unknown): string {
  const is = correctedTerm[field]
  if (is === undefined) return String(value)
  return shownValue(speaker, is in terms ? { term: is as TermGroup } : (is as 'text'), value)
}

function textInWords({ entry, language, words, petition }: Speaker, path: string, text: string): Said {
  const name = lastName(path)
  const called =
    entry.type === 'PetitionCorrected' && (name === 'to' || name === 'from')
      ? correctedTextWords[name]
      : textWords[name]
  const claim = /^answers\.(\d+)\./.exec(path)?.[1]
  const at =
    claim === undefined ? -1 : petition.claims.findIndex(({ ref }) => ref === entry.values[`answers.${claim}.claim`])
  return [[at >= 0 ? words.petition.answerTo(at + 1) : (called?.[language] ?? ''), text]]
}
