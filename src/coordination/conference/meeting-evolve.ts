import type { Meeting, MeetingFact, MeetingFactOf, MeetingFactType, MeetingState } from './conference.ts'

type Evolvers = {
  readonly [T in Exclude<MeetingFactType, 'MeetingPlanned'>]: (meeting: Meeting, fact: MeetingFactOf<T>) => Meeting
}

/** What a fact changes. Throws on an impossible history. */
export function evolveMeeting(state: MeetingState, fact: MeetingFact): Meeting {
  const changed = afterFact(state, fact)
  return { ...changed, version: changed.version + 1 }
}

function afterFact(state: MeetingState, fact: MeetingFact): Meeting {
  if (fact.type === 'MeetingPlanned') {
    if (state !== null) throw new Error('planned twice')
    const { on, conference, kind, title, place, day, members } = fact
    return {
      ...{ version: 0, conference, kind, title, place, day, members, stage: 'planned', plannedOn: on },
      ...{ attendance: [], items: [], openedOn: null, figures: null, minutes: null, returned: null },
      ...{ approvedBy: null, issuedOn: null, reason: null },
    }
  }
  if (state === null) throw new Error(`${fact.type} before there was a meeting`)
  const apply = evolvers[fact.type] as ((meeting: Meeting, fact: MeetingFact) => Meeting) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

const evolvers: Evolvers = {
  MeetingMoved: (meeting, { day, place, reason }) => ({ ...meeting, day, place, reason }),
  MeetingConvened: (meeting, { members }) => ({ ...meeting, stage: 'convened', members }),
  MeetingOpened: (meeting, { on, figures }) => ({ ...meeting, stage: 'opened', openedOn: on, figures }),
  AttendanceRecorded: (meeting, { attendance }) => ({ ...meeting, attendance }),

  MinutesDrafted: (meeting, { on, account, text }) => ({
    ...meeting,
    ...{ stage: 'drafted', minutes: { on, account, text }, returned: null },
  }),

  MinutesReturned: (meeting, { on, reason }) => ({ ...meeting, stage: 'opened', returned: { on, reason } }),
  MinutesApproved: (meeting, { account }) => ({ ...meeting, stage: 'approved', approvedBy: account }),
  MinutesIssued: (meeting, { on, items }) => ({ ...meeting, stage: 'issued', issuedOn: on, items }),
  MeetingCancelled: (meeting, { reason }) => ({ ...meeting, stage: 'cancelled', reason }),
}
