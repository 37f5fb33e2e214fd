import { useMemo } from 'react'
import { findCategory } from '../../../law/codes/categories.ts'
import type { PetitionRow } from '../../../petition/views.ts'
import type { Column } from '../layout/Ledger.tsx'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { WhyDay } from '../petition/WhyDay.tsx'
import { Headcount, LastDay, Marks, StageMark, shownNumber } from '../petition/words.tsx'

export interface RegisterColumn extends Column<PetitionRow> {
  /** The cell as text, for the export. */
  readonly text: (row: PetitionRow) => string
  readonly isUsual: boolean
}

/** Every column there is; which are shown is the person's choice, kept on the device. */
export function useRegisterColumns(): readonly RegisterColumn[] {
  const { words, term, pick } = useLanguage()
  const placeName = usePlaceName()
  return useMemo((): readonly RegisterColumn[] => {
    const plain = (
      key: string,
      title: string,
      width: number,
      text: (row: PetitionRow) => string,
      isUsual: boolean,
    ): RegisterColumn => ({ key, title, width, text, cell: text, isUsual })
    return [
      {
        ...plain('number', words.column.number, 174, ({ number }) => shownNumber(number), true),
        cell: ({ number }) => <span className="nowrap soft">{shownNumber(number)}</span>,
      },
      {
        key: 'title',
        title: words.column.title,
        isWide: true,
        isUsual: true,
        text: ({ title }) => title,
        cell: (row) => (
          <>
            <Marks row={row} />
            {row.title}
          </>
        ),
      },
      plain('registeredOn', words.column.registeredOn, 100, (row) => row.registeredOn, true),
      plain('class', words.column.class, 96, (row) => term('class', row.class), false),
      plain(
        'category',
        words.column.category,
        132,
        (row) => pick(findCategory(row.category) ?? { zh: row.category, en: row.category }),
        true,
      ),
      plain('place', words.column.place, 120, (row) => placeName(row.place), false),
      plain('channel', words.column.channel, 64, (row) => term('channel', row.channel), true),
      {
        ...plain('headcount', words.column.headcount, 68, (row) => String(row.headcount), true),
        align: 'end',
        cell: ({ headcount }) => <Headcount count={headcount} isBare />,
      },
      plain('registrar', words.column.registrar, 150, (row) => pick(row.registrar), false),
      plain('holder', words.column.holder, 150, (row) => pick(row.holder), true),
      {
        ...plain('stage', words.column.stage, 140, (row) => term('stage', row.stage), true),
        cell: ({ stage }) => <StageMark stage={stage} />,
      },
      {
        key: 'due',
        title: words.column.due,
        width: 'var(--due-width)',
        isUsual: true,
        text: ({ nextDuty }) => nextDuty?.lastDay ?? '',
        cell: ({ number, nextDuty }) =>
          nextDuty ? (
            <span className="due-cell">
              <LastDay {...nextDuty} />
              <WhyDay number={number} rule={nextDuty.rule} lastDay={nextDuty.lastDay} />
            </span>
          ) : (
            <span className="faint">—</span>
          ),
      },
      plain(
        'duty',
        words.column.duty,
        150,
        ({ nextDuty }) => (nextDuty ? term('clockRule', nextDuty.rule) : ''),
        false,
      ),
    ]
  }, [words, term, pick, placeName])
}

const place = 'xinqiao.desk.register.columns'

export function readChosenColumns(): readonly string[] | null {
  try {
    const chosen: unknown = JSON.parse(localStorage.getItem(place) ?? 'null')
    return Array.isArray(chosen) ? chosen.filter((key) => typeof key === 'string') : null
  } catch {
    return null
  }
}

export function writeChosenColumns(chosen: readonly string[]): void {
  try {
    localStorage.setItem(place, JSON.stringify(chosen))
  } catch {
    // Only the choice is lost.
  }
}
