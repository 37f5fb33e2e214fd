/** The read models of bulletins: rows derived from the folded state, so that they can be compared and remade. */
import type { Row, RowSet } from '../../engine/room.ts'
import type { Bulletin, BulletinState, FrozenBlock } from './bulletin.ts'

export const bulletinTables = {
  bulletin: { key: [] },
  bulletin_recipient: { key: ['organ'] },
} as const

export function bulletinRows(state: BulletinState): RowSet {
  if (state === null) return {}
  return { bulletin: [bulletinRow(state)], bulletin_recipient: recipientRows(state) }
}

const keptOut = ({ personnel }: Bulletin) => ({
  kept_from: personnel?.keptFrom ?? [],
  officials: personnel?.officials ?? [],
})

function bulletinRow(bulletin: Bulletin): Row {
  const { version, kind, tone, year, period, organ, stage, content, issued, corrects, receipts } = bulletin
  return {
    ...{ version, kind, tone, year, organ, stage, corrects },
    span: period?.span ?? null,
    period_from: period?.from ?? null,
    title_ref: content.title.ref,
    drafted_on: bulletin.draftedOn,
    changed_on: bulletin.changedOn,
    issued_on: issued?.on ?? null,
    issued_version: issued?.version ?? null,
    recipients: issued?.recipients.length ?? 0,
    received: receipts.length,
    ...keptOut(bulletin),
  }
}

function recipientRows(bulletin: Bulletin): readonly Row[] {
  const { kind, issued, receipts } = bulletin
  if (issued === null) return []
  const pieces = [issued.title.ref, ...issued.blocks.flatMap(piecesOf), ...issued.concerned.map(({ name }) => name.ref)]
  return issued.recipients.map((organ) => ({
    ...{ organ, kind, pieces },
    issued_on: issued.on,
    received_on: receipts.find((receipt) => receipt.organ === organ)?.on ?? null,
    ...keptOut(bulletin),
  }))
}

const piecesOf = (block: FrozenBlock): readonly string[] =>
  block.is === 'text' ? [...(block.heading ? [block.heading.ref] : []), block.text.ref] : []
