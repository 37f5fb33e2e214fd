-- What the migrations make. Written by test/schema.test.ts; do not edit.

-- columns
account.stream_id text not null
account.id text not null
account.state text not null
account.opened_on date not null
account_credential.stream_id text not null
account_credential.hash text not null
account_credential.epoch text not null
account_credential.one_time_until timestamp with time zone
account_delegation.stream_id text not null
account_delegation.organ text not null
account_delegation.delegate text not null
account_delegation.runs_from date not null
account_delegation.runs_until date not null
account_invitation.stream_id text not null
account_invitation.digest bytea not null
account_invitation.expires_at timestamp with time zone not null
account_invitation.used_at timestamp with time zone
account_person.stream_id text not null
account_person.login text not null
account_person.name text not null
account_post.stream_id text not null
account_post.organ text not null
account_post.post text not null
account_post.runs_from date not null
account_post.runs_until date
account_post.seconded_from text
account_second_factor.stream_id text not null
account_second_factor.box bytea
account_second_factor.confirmed boolean not null
account_second_factor.last_step bigint not null
account_second_factor.recovery bytea[] not null
account_sign_on.stream_id text not null
account_sign_on.issuer text not null
account_sign_on.subject text not null
account_sign_on.granted jsonb not null
announcement.stream_id text not null
announcement.document text not null
announcement.organ text not null
announcement.kind text not null
announcement.published_on date not null
announcement.ends_on date not null
answer_check.stream_id text not null
answer_check.document text not null
answer_check.organ text not null
answer_check.day date not null
answer_check.kind text not null
answer_check.checked text[] not null
answer_check.found text[] not null
answer_count.reader text not null
answer_count.month text not null
answer_count.organ text not null
answer_count.sought text not null
answer_count.found integer not null
answer_count.looked integer not null
answer_line.stream_id text not null
answer_line.document text not null
answer_line.reader text not null
answer_line.organ text not null
answer_line.day date not null
answer_line.checked text[] not null
answer_line.found text[] not null
answer_line.is_kept boolean not null
answer_print.stream_id text not null
answer_print.document text not null
answer_print.claim text not null
answer_print.print bytea not null
answer_print.organ text not null
answer_print.answered_on date not null
answer_print.about bytea[] not null
assessment_case.stream_id text not null
assessment_case.issue text not null
assessment_case.indicator text not null
assessment_case.edition integer not null
assessment_case.case_stream text not null
assessment_case.item text not null
assessment_case.organ text not null
assessment_case.day date not null
assessment_case.outcome text not null
assessment_case.version integer not null
assessment_case.ruling text
assessment_count.organ text not null
assessment_count.measure text not null
assessment_count.month text not null
assessment_count.outcome text not null
assessment_count.n integer not null
assessment_figure.stream_id text not null
assessment_figure.issue text not null
assessment_figure.indicator text not null
assessment_figure.period text not null
assessment_figure.year integer not null
assessment_figure.upper text not null
assessment_figure.lower text not null
assessment_figure.likeness text not null
assessment_figure.audience text not null
assessment_figure.numerator integer not null
assessment_figure.denominator integer not null
assessment_figure.digest text not null
assessment_figure.edition integer not null
assessment_line.stream_id text not null
assessment_line.measure text not null
assessment_line.item text not null
assessment_line.organ text not null
assessment_line.day date not null
assessment_line.outcome text not null
assessment_line.version integer not null
backup_run.id uuid not null default gen_random_uuid()
backup_run.cause text not null
backup_run.state text not null
backup_run.began_at timestamp with time zone not null default now()
backup_run.ended_at timestamp with time zone
backup_run.path text not null
backup_run.made_at timestamp with time zone
backup_run.sha256 text
backup_run.bytes bigint
backup_run.facts bigint
backup_run.streams bigint
backup_run.files bigint
backup_run.missing bigint
backup_run.fault_kind text
backup_run.fault text
blind_index.stream_id text not null
blind_index.kind text not null
blind_index.digest bytea not null
blind_index.generation smallint not null default 1
booking.stream_id text not null
booking.version integer not null
booking.reference text not null
booking.reception text not null
booking.host text not null
booking.day date not null
booking.way text not null
booking.stage text not null
booking.need text
booking.is_first boolean not null
booking.told_changes integer
booking.petition text
booking.kept_from text[] not null
booking.officials text[] not null
booking.led text[] not null
booking.by_message boolean not null default false
booking.told_place text
booking_key.stream_id text not null
booking_key.digest bytea not null
booking_party.stream_id text not null
booking_party.organ text not null
booking_party.reception text not null
booking_party.kept_from text[] not null
booking_party.officials text[] not null
bulletin.stream_id text not null
bulletin.version integer not null
bulletin.kind text not null
bulletin.tone text
bulletin.year integer
bulletin.organ text not null
bulletin.stage text not null
bulletin.title_ref text not null
bulletin.drafted_on date not null
bulletin.changed_on date not null
bulletin.issued_on date
bulletin.issued_version integer
bulletin.corrects text
bulletin.recipients integer not null
bulletin.received integer not null
bulletin.kept_from text[] not null
bulletin.officials text[] not null
bulletin.span text
bulletin.period_from date
bulletin_recipient.stream_id text not null
bulletin_recipient.organ text not null
bulletin_recipient.kind text not null
bulletin_recipient.issued_on date not null
bulletin_recipient.received_on date
bulletin_recipient.pieces text[] not null
bulletin_recipient.kept_from text[] not null
bulletin_recipient.officials text[] not null
call.stream_id text not null
call.version integer not null
call.organ text not null
call.stage text not null
call.title_ref text not null
call.text_ref text not null
call.question_refs text[] not null
call.report_ref text
call.from_day date not null
call.until_day date not null
call.places text[] not null
call.answered_by text[] not null
call.drafted_on date not null
call.published_on date
call.closed_on date
call.received integer
call.wholly integer
call.partly integer
call.not_adopted integer
call.elsewhere integer
call.pieces text[] not null
committee.stream_id text not null
committee.version integer not null
committee.keeper text not null
committee.kind text not null
committee.region text not null
committee.is_multi_ethnic boolean not null
committee.state text not null
committee.founded_on date not null
committee.elected_on date
committee.elected_until date
committee.elected_by text
committee.members integer
committee.women integer
committee.minority integer
committee.name_ref text not null
conference_item.stream_id text not null
conference_item.version integer not null
conference_item.conference text not null
conference_item.bringer text not null
conference_item.kind text not null
conference_item.stage text not null
conference_item.meeting text
conference_item.title_ref text not null
conference_item.brought_on date not null
conference_item.decided_on date
conference_item.next_due date
conference_item.open_tasks integer not null
conference_item.is_declined boolean not null
conference_item.is_apart boolean not null
conference_item.closed_on date
conference_item.circulated_until date
conference_item_link.stream_id text not null
conference_item_link.petition text not null
conference_item_link.conference text not null
conference_item_party.stream_id text not null
conference_item_party.organ text not null
conference_item_party.part text not null
conference_item_party.accounts text[]
conference_item_party.shelf text not null
conference_item_party.day date not null
conference_item_party.kept_from text[] not null
conference_item_party.officials text[] not null
conference_seat.stream_id text not null
conference_seat.ref text not null
conference_seat.conference text not null
conference_seat.seat text not null
conference_seat.organ text not null
conference_seat.account text
conference_seat.runs_from date not null
conference_seat.runs_until date
consumer.name text not null
consumer.xid xid8 not null default '0'::xid8
consumer.seq bigint not null default 0
consumer.stopped_at timestamp with time zone
consumer.stopped_stream text
consumer.stopped_version integer
consumer.fault text
course.stream_id text not null
course.version integer not null
course.stage text not null
course.organ text not null
course.teacher text not null
course.kind text not null
course.held_on date not null
course.title_ref text not null
course.sessions integer not null
course.opens date
course.closes date
course_party.stream_id text not null
course_party.organ text not null
course_party.stage text not null
course_party.held_on date not null
course_party.teacher text
course_piece.stream_id text not null
course_piece.ref text not null
dispute.stream_id text not null
dispute.version integer not null
dispute.title_ref text not null
dispute_clock.stream_id text not null
dispute_clock.clock_id text not null
dispute_clock.rule text not null
dispute_clock.organ text
dispute_clock.last_day date not null
dispute_clock.state text not null
dispute_clock.is_overdue boolean not null
dispute_clock.after text not null
dispute_clock.counted_by text
dispute_clock.looks_from date
dispute_clock.looks_through date
dispute_clock.place_of text
dispute_line.stream_id text not null
dispute_line.region text not null
dispute_line.category text not null
dispute_line.people integer not null
dispute_line.source text not null
dispute_line.stage text not null
dispute_line.ending text
dispute_line.outcome text not null
dispute_line.grade text
dispute_line.organ text not null
dispute_line.found_on date not null
dispute_line.recorded_on date not null
dispute_line.settled_on date
dispute_line.settled_level text
dispute_line.days integer
dispute_line.relapses integer not null
dispute_line.next_rule text
dispute_line.next_day date
dispute_line.kept_from text[] not null
dispute_line.officials text[] not null
dispute_party.stream_id text not null
dispute_party.organ text not null
dispute_party.part text not null
dispute_party.shelf text not null
dispute_party.day date not null
dispute_party.kept_from text[] not null
dispute_party.officials text[] not null
dispute_petition.stream_id text not null
dispute_petition.petition text not null
drill_run.id uuid not null default gen_random_uuid()
drill_run.began_at timestamp with time zone not null
drill_run.ended_at timestamp with time zone not null
drill_run.path text not null
drill_run.made_at timestamp with time zone
drill_run.sha256 text
drill_run.state text not null
drill_run.facts bigint
drill_run.streams bigint
drill_run.pieces bigint
drill_run.fault_kind text
drill_run.fault text
engagement.stream_id text not null
engagement.version integer not null
engagement.petition text
engagement.inviter text not null
engagement.helper text not null
engagement.helper_kind text not null
engagement.mode text not null
engagement.stage text not null
engagement.is_open boolean not null
engagement.invited_on date not null
engagement.until_day date not null
engagement.helped integer not null
engagement.kept_from text[] not null
engagement.officials text[] not null
engagement.screening text
engagement.area text
engagement.mediation text
engagement.erased_on date
engagement_key.stream_id text not null
engagement_key.digest bytea not null
enrolment.stream_id text not null
enrolment.version integer not null
enrolment.stage text not null
enrolment.course text not null
enrolment.kind text not null
enrolment.holder text not null
enrolment.home text not null
enrolment.account text not null
enrolment.invited_on date not null
enrolment.sessions integer not null
enrolment.tries integer not null
enrolment.holds_until date
enrolment_clock.stream_id text not null
enrolment_clock.clock_id text not null
enrolment_clock.rule text not null
enrolment_clock.organ text
enrolment_clock.last_day date not null
enrolment_clock.state text not null
enrolment_clock.is_overdue boolean not null
enrolment_clock.after text not null
enrolment_clock.counted_by text
enrolment_clock.looks_from date
enrolment_clock.looks_through date
enrolment_clock.place_of text
enrolment_party.stream_id text not null
enrolment_party.organ text not null
enrolment_party.is_home boolean not null
enrolment_party.is_holder boolean not null
enrolment_party.account text not null
enrolment_party.course text not null
enrolment_party.invited_on date not null
enrolment_party.teacher text
erasure.stream_id text not null
erasure.state text not null
erasure.class text not null
erasure.organ text not null
erasure.approver text not null
erasure.proposed_on date not null
erasure.approved_on date
erasure.erased_on date
establishment_allotment.stream_id text not null
establishment_allotment.ref text not null
establishment_allotment.organ text not null
establishment_allotment.post text not null
establishment_allotment.count integer not null
establishment_allotment.from_day date not null
establishment_allotment.recorded_on date not null
establishment_allotment.document_ref text not null
establishment_allotment.reason_ref text not null
establishment_allotment.withdrawn_on date
establishment_allotment.withdrawn_ref text
event.stream_id text not null
event.version integer not null
event.type text not null
event.fact text not null
event.hash bytea not null
event.recorded_at timestamp with time zone not null
event.xid xid8 not null default pg_current_xact_id()
event.seq bigint not null generated always as identity
event.salt bytea not null default (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
exemplary.stream_id text not null
exemplary.version integer not null
exemplary.stage text not null
exemplary.organ text not null
exemplary.approver text not null
exemplary.audience text not null
exemplary.category text not null
exemplary.place text not null
exemplary.title_ref text not null
exemplary.situation_ref text not null
exemplary.done_ref text not null
exemplary.why_ref text not null
exemplary.basis_ref text not null
exemplary.title_en_ref text
exemplary.summary_en_ref text
exemplary.pieces text[] not null
exemplary.proposed_on date not null
exemplary.published_on date
exemplary_party.stream_id text not null
exemplary_party.organ text not null
exemplary_party.shelf text not null
exemplary_party.day date not null
exemplary_party.kept_from text[] not null
exemplary_party.officials text[] not null
exemplary_use.stream_id text not null
exemplary_use.version integer not null
exemplary_use.petition text not null
exemplary_use.exemplary text not null
exemplary_use.organ text not null
exemplary_use.opened_on date not null
exemplary_use.helped boolean
fairness_count.organ text not null
fairness_count.month text not null
fairness_count.measure text not null
fairness_count.outcome text not null
fairness_count.n integer not null
fairness_line.stream_id text not null
fairness_line.measure text not null
fairness_line.item text not null
fairness_line.organ text not null
fairness_line.day date not null
fairness_line.outcome text not null
fairness_line.is_kept boolean not null
figures.stream_id text not null
figures.edition integer not null
figures.month text not null
figures.published_on date not null
figures.reason text
figures.log_size bigint not null
figures.cases integer not null
figures.extract text not null
figures.counts text not null
file_reference.stream_id text not null
file_reference.file text not null
helper.stream_id text not null
helper.version integer not null
helper.keeper text not null
helper.kind text not null
helper.skills text[] not null
helper.places text[] not null
helper.organ text
helper.state text not null
helper.until_day date
helper.entered_on date not null
helper.agreed_on date not null
helper.name_ref text not null
helper.contact_ref text not null
helper.ended_on date
helper.kept_until date
helper.erased_on date
holiday_notice.stream_id text not null
holiday_notice.edition integer not null
holiday_notice.region text not null
holiday_notice.year integer not null
holiday_notice.title text not null
holiday_notice.document_number text
holiday_notice.sources text[] not null
holiday_notice.rest date[] not null
holiday_notice.work date[] not null
holiday_notice.reason text
holiday_notice.loaded_on date not null
holiday_notice.loaded_by text
idempotency.scope text not null
idempotency.key text not null
idempotency.request_digest text not null
idempotency.stream_id text not null
idempotency.first_version integer not null
idempotency.version integer not null
idempotency.response json not null
idempotency.recorded_at timestamp with time zone not null
intake.stream_id text not null
intake.version integer not null
intake.reference text not null
intake.centre text not null
intake.stage text not null
intake.way text not null
intake.category text not null
intake.place text not null
intake.concerned integer not null
intake.petition text
intake.taken_on date not null
intake.moved_on date not null
intake.led_as text
intake.until_day date
intake.is_erased boolean not null
intake.dispute text
intake.mediation text
intake_key.stream_id text not null
intake_key.digest bytea not null
intake_party.stream_id text not null
intake_party.organ text not null
intake_party.stage text not null
intake_party.day date not null
intake_party.kept_from text[] not null
intake_party.officials text[] not null
intake_party.recused text[] not null
key_mark.name text not null
key_mark.mark bytea not null
leaf.stream_id text not null
leaf.version integer not null
leaf.position bigint not null
letter.stream_id text not null
letter.version integer not null
letter.year integer not null
letter.upper text not null
letter.lower text not null
letter.covers text not null
letter.stage text not null
letter.carries_on text
letter.unsigned text[] not null
letter.issued integer not null
letter.open_objections integer not null
letter.next_day date
letter_clock.stream_id text not null
letter_clock.clock_id text not null
letter_clock.rule text not null
letter_clock.organ text not null
letter_clock.last_day date not null
letter_clock.state text not null
letter_clock.is_overdue boolean not null
letter_clock.after text not null
letter_clock.counted_by text
letter_clock.looks_from date
letter_clock.looks_through date
letter_clock.place_of text
letter_part.stream_id text not null
letter_part.organ text not null
letter_part.part text not null
letter_part.year integer not null
letter_part.upper text not null
letter_part.likeness text not null
letter_part.place text not null
listed_matter.stream_id text not null
listed_matter.ref text not null
listed_matter.kind text not null
listed_matter.state text not null
listed_matter.is_open boolean not null
listed_matter.by_organ text not null
listed_matter.organs text[] not null
listed_matter.field text not null
listed_matter.county text not null
listed_matter.opened_on date not null
listed_matter.due date not null
listed_matter.closed_on date
log_entry.position bigint not null
log_entry.entry bytea not null
log_gap.stream_id text not null
log_gap.first bigint not null
log_gap.last bigint not null
log_gap.lost integer not null
log_gap.declared_on date not null
log_witness.vkey text not null
log_witness.seen_size bigint not null default 0
log_witness.seen_at timestamp with time zone
log_witness.fault jsonb
login_attempt.scope text not null
login_attempt.digest bytea not null
login_attempt.failures integer not null
login_attempt.last_at timestamp with time zone not null
login_attempt.locked_until timestamp with time zone
mediation.stream_id text not null
mediation.version integer not null
mediation.kind text not null
mediation.stage text not null
mediation.subject_kind text not null
mediation.petition text
mediation.petition_ref text
mediation.dispute text
mediation.organ text not null
mediation.opened_on date not null
mediation.what_ref text not null
mediation.petitioners text[] not null
mediation.parties integer not null
mediation.consents integer not null
mediation_clock.stream_id text not null
mediation_clock.clock_id text not null
mediation_clock.rule text not null
mediation_clock.organ text
mediation_clock.last_day date not null
mediation_clock.state text not null
mediation_clock.is_overdue boolean not null
mediation_clock.after text not null
mediation_clock.counted_by text
mediation_clock.looks_from date
mediation_clock.looks_through date
mediation_clock.place_of text
mediation_key.stream_id text not null
mediation_key.party text not null
mediation_key.reference text not null
mediation_key.digest bytea not null
mediation_party.stream_id text not null
mediation_party.organ text not null
mediation_party.part text not null
mediation_party.shelf text not null
mediation_party.day date not null
mediation_party.kept_from text[] not null
mediation_party.officials text[] not null
mediation_party.recused text[] not null
mediator.stream_id text not null
mediator.version integer not null
mediator.keeper text not null
mediator.kind text not null
mediator.role text
mediator.committee text
mediator.skills text[] not null
mediator.languages text[] not null
mediator.places text[] not null
mediator.organ text
mediator.account text
mediator.state text not null
mediator.from_day date not null
mediator.until_day date
mediator.entered_on date not null
mediator.trained_on date
mediator.name_ref text not null
mediator.contact_ref text not null
meeting.stream_id text not null
meeting.version integer not null
meeting.conference text not null
meeting.kind text not null
meeting.stage text not null
meeting.day date not null
meeting.title_ref text not null
meeting.place_ref text not null
meeting.opened_on date
meeting.issued_on date
meeting_party.stream_id text not null
meeting_party.organ text not null
meeting_party.accounts text[]
meeting_party.day date not null
migration.number integer not null
migration.name text not null
migration.checksum text not null
migration.applied_at timestamp with time zone not null default now()
notice.stream_id text not null
notice.id uuid not null
notice.fact text not null
notice.person text not null
notice.channel text not null
notice.state text not null
notice.sent_at timestamp with time zone not null
notice.fault text
organ.stream_id text not null
organ.id text not null
organ.name_zh text not null
organ.name_en text not null
organ.kind text not null
organ.level text not null
organ.region text not null
organ.parent text
organ.lead_by text
organ.state text not null
organ.successors jsonb not null
organ.opened_on date not null
organ.acts integer not null
organ.document_code text
organ.former_names jsonb
outbox.stream_id text not null
outbox.id uuid not null
outbox.kind text not null
outbox.payload jsonb not null
outbox.start_after timestamp with time zone
outbox.created_at timestamp with time zone not null
outbox.relayed_at timestamp with time zone
outbox.attempts integer not null default 0
outbox.retry_at timestamp with time zone not null default '-infinity'::timestamp with time zone
outbox.fault text
ownership.stream_id text not null
ownership.version integer not null
ownership.petition text not null
ownership.stage text not null
ownership.category text not null
ownership.place text not null
ownership.keeper text not null
ownership.owner_organ text
ownership.owner_account text
ownership.last_owner_organ text
ownership.handler_organ text
ownership.handler_account text
ownership.grounds text[] not null
ownership.proposed_on date not null
ownership.due date
ownership.ended_on date
ownership.asks_for_another boolean not null
ownership.has_result boolean not null
ownership.relapses integer not null
ownership_clock.stream_id text not null
ownership_clock.clock_id text not null
ownership_clock.rule text not null
ownership_clock.organ text
ownership_clock.last_day date not null
ownership_clock.state text not null
ownership_clock.is_overdue boolean not null
ownership_clock.after text not null
ownership_clock.counted_by text
ownership_clock.looks_from date
ownership_clock.looks_through date
ownership_clock.place_of text
ownership_look.stream_id text not null
ownership_look.day date not null
ownership_party.stream_id text not null
ownership_party.organ text not null
ownership_party.petition text not null
ownership_party.shelf text not null
ownership_party.day date not null
ownership_party.owner_account text
ownership_party.kept_from text[] not null
ownership_party.officials text[] not null
ownership_party.recused text[] not null
paper_number.stream_id text not null
paper_number.number integer not null
paper_number.organ text not null
paper_number.year integer not null
paper_number.number_class text not null
paper_number.shown text not null
paper_number.bearer text not null
paper_number.paper text not null
paper_number.numbered_on date not null
petition.stream_id text not null
petition.version integer not null
petition.stage text not null
petition.class text not null
petition.category text not null
petition.place text not null
petition.channel text not null
petition.track text not null
petition.confidentiality text not null
petition.headcount integer not null
petition.is_urgent boolean not null
petition.received_on date not null
petition.registered_on date not null
petition.ended_on date
petition.registrar text not null
petition.holder text not null
petition.clerk text
petition.round integer not null
petition.title_ref text not null
petition.next_rule text
petition.next_day date
petition.next_is_overdue boolean not null
petition.kept boolean not null
petition.pack text not null
petition_clock.stream_id text not null
petition_clock.clock_id text not null
petition_clock.rule text not null
petition_clock.organ text
petition_clock.clerk text
petition_clock.last_day date not null
petition_clock.state text not null
petition_clock.is_overdue boolean not null
petition_clock.after text not null
petition_clock.kept boolean not null
petition_clock.is_holders boolean not null
petition_clock.counted_by text
petition_clock.looks_from date
petition_clock.looks_through date
petition_clock.place_of text
petition_extract.stream_id text not null
petition_extract.ref text not null
petition_extract.organ text not null
petition_extract.told_by text not null
petition_extract.told_on date not null
petition_extract.extract_ref text not null
petition_extract.basis_ref text not null
petition_key.stream_id text not null
petition_key.person text not null
petition_key.digest bytea not null
petition_look.stream_id text not null
petition_look.id uuid not null default gen_random_uuid()
petition_look.looked_at timestamp with time zone not null
petition_look.account text not null
petition_look.organ text not null
petition_organ.stream_id text not null
petition_organ.organ text not null
petition_organ.registered_on date not null
petition_organ.stage text not null
petition_organ.accused text[] not null
petition_organ.officials text[] not null
petition_organ.recused text[] not null
petition_organ.seal text not null
petition_organ.is_part boolean not null
petition_organ.sights text[] not null
petition_recount.stream_id text not null
petition_recount.ref text not null
petition_recount.clock_id text not null
petition_recount.rule text not null
petition_recount.calendar text not null
petition_recount.recounted_on date not null
petition_recount.from_day date not null
petition_recount.to_day date not null
petition_sight.stream_id text not null
petition_sight.ref text not null
petition_sight.organ text not null
petition_sight.reason text not null
petition_sight.cause text not null
petition_sight.until_day date
pilot.stream_id text not null
pilot.version integer not null
pilot.stage text not null
pilot.organ text not null
pilot.category text
pilot.place text not null
pilot.name_ref text not null
pilot.from_day date not null
pilot.until_day date not null
pilot.ended_on date
proposal.stream_id text not null
proposal.version integer not null
proposal.kind text not null
proposal.bureau text not null
proposal.stage text not null
proposal.drafted_on date not null
proposal.issued_on date
proposal.closed_on date
proposal_clock.stream_id text not null
proposal_clock.clock_id text not null
proposal_clock.rule text not null
proposal_clock.organ text
proposal_clock.last_day date not null
proposal_clock.state text not null
proposal_clock.is_overdue boolean not null
proposal_clock.after text not null
proposal_clock.counted_by text
proposal_clock.looks_from date
proposal_clock.looks_through date
proposal_clock.place_of text
proposal_link.stream_id text not null
proposal_link.petition text not null
proposal_link.bureau text not null
proposal_party.stream_id text not null
proposal_party.organ text not null
proposal_party.part text not null
proposal_party.shelf text not null
proposal_party.day date not null
proposal_party.is_sealed boolean not null
proposal_party.kept_from text[] not null
proposal_party.officials text[] not null
proposal_recipient.stream_id text not null
proposal_recipient.organ text not null
proposal_recipient.bureau text not null
proposal_recipient.kind text not null
proposal_recipient.issued_on date not null
proposal_recipient.is_withdrawn boolean not null
proposal_recipient.standing text not null
proposal_recipient.adoption text
proposal_recipient.answered_on date
proposal_recipient.measures integer not null
proposal_recipient.effect text
proposal_recipient.next_rule text
proposal_recipient.next_day date
proposal_recipient.next_is_overdue boolean not null
reading.stream_id text not null
reading.version integer not null
reading.petition text not null
reading.bureau text not null
reading.leader text not null
reading.leader_organ text not null
reading.stage text not null
reading.proposed_on date not null
reading.wanted_by date
reading.read_on date
reading.moved_on date not null
reading.instructions integer not null
reading.title_ref text not null
reading.erased_on date
reading_act.stream_id text not null
reading_act.ref text not null
reading_act.petition text not null
reading_act.acted_on date not null
reading_act.organ text not null
reading_act.what text not null
reading_instruction.stream_id text not null
reading_instruction.ref text not null
reading_instruction.organ text not null
reading_instruction.given_to text not null
reading_instruction.due date not null
reading_instruction.given_on date not null
reading_look.stream_id text not null
reading_look.petition text not null
reading_look.organ text not null
reading_look.account text not null
reading_look.looked_on date not null
reading_party.stream_id text not null
reading_party.organ text not null
reading_party.part text not null
reading_party.account text
reading_party.stage text not null
reading_party.day date not null
reading_party.kept_from text[] not null
reading_party.officials text[] not null
reading_party.withdrawn text[] not null
reception.stream_id text not null
reception.version integer not null
reception.host text not null
reception.stage text not null
reception.day date not null
reception.begins text not null
reception.ends text not null
reception.closes_on date
reception.seats integer not null
reception.kept integer not null
reception.is_public boolean not null
reception.commitment text
reception.secret text
reception.seed text
reception.drawn_on date
reception.changes integer not null
reception.place_ref text not null
reception.topic_ref text
reception.reason_ref text
reception.instead text
reception.joint text[] not null
reception.closes_at text not null default '24:00'::text
reception_entry.stream_id text not null
reception_entry.reference text not null
reception_entry.place integer not null
reception_entry.rank text not null
reception_entry.is_first boolean not null
reception_entry.seat integer
reception_entry.leaving text
reception_leader.stream_id text not null
reception_leader.account text not null
reception_leader.organ text not null
reception_leader.standing text not null
reception_leader.title_ref text not null
reception_leader.day date not null
reception_leader.is_held boolean not null
reception_leader.is_off boolean not null
reception_leader.is_public boolean not null
reception_party.stream_id text not null
reception_party.organ text not null
reception_party.day date not null
recount_moved.calendar text not null
recount_moved.rule text not null
recount_moved.from_day date not null
recount_moved.to_day date not null
recount_moved.clocks bigint not null
recount_run.notices text not null
recount_run.examined bigint not null default 0
recount_run.cases bigint not null default 0
recount_run.started_at timestamp with time zone not null
recount_run.finished_at timestamp with time zone
referral.stream_id text not null
referral.version integer not null
referral.petition text
referral.person text not null
referral.way text not null
referral.stage text not null
referral.guide text not null
referral.to_organ text
referral.to_name_ref text
referral.explained_on date not null
referral.moved_on date not null
referral.outcome text
referral.next_rule text
referral.next_day date
referral.next_binds text
referral.next_is_overdue boolean not null
referral.is_erased boolean not null
referral.visit text
referral_clock.stream_id text not null
referral_clock.clock_id text not null
referral_clock.rule text not null
referral_clock.organ text
referral_clock.last_day date not null
referral_clock.state text not null
referral_clock.is_overdue boolean not null
referral_clock.after text not null
referral_clock.remind_on date
referral_clock.counted_by text
referral_clock.looks_from date
referral_clock.looks_through date
referral_clock.place_of text
referral_party.stream_id text not null
referral_party.organ text not null
referral_party.petition text
referral_party.shelf text not null
referral_party.day date not null
referral_party.kept_from text[] not null
referral_party.officials text[] not null
referral_party.recused text[] not null
referral_party.about text[] not null
register_log.name text not null
register_log.origin text not null
register_log.size bigint not null default 0
register_log.xid xid8 not null default '0'::xid8
register_log.seq bigint not null default 0
register_log.published bigint not null default 0
register_log.root bytea
register_log.checkpoint text
register_log.published_at timestamp with time zone
register_log.stopped_at timestamp with time zone
register_log.fault jsonb
register_log.witnessed text
regularity_line.stream_id text not null
regularity_line.organ text not null
regularity_line.place text not null
regularity_line.category text not null
regularity_line.ended_on date not null
regularity_line.measures text[] not null
regularity_line.again_on date
regularity_measure.stream_id text not null
regularity_measure.measure text not null
regularity_measure.on_day date not null
relief.stream_id text not null
relief.version integer not null
relief.petition text not null
relief.person text not null
relief.kind text not null
relief.stage text not null
relief.guide text not null
relief.told_on date not null
relief.is_erased boolean not null
relief_party.stream_id text not null
relief_party.organ text not null
relief_party.petition text not null
relief_party.kept_from text[] not null
relief_party.officials text[] not null
relief_party.recused text[] not null
relief_party.about text[] not null
repeat_print.stream_id text not null
repeat_print.print bigint not null
repeat_print.registered_on date not null
repeat_print.generation smallint not null
report.stream_id text not null
report.version integer not null
report.petition text not null
report.person text not null
report.about text not null
report.organ text not null
report.stage text not null
report.reported_on date not null
report.closed_on date
report.next_rule text
report.next_day date
report.next_is_overdue boolean not null
report_clock.stream_id text not null
report_clock.clock_id text not null
report_clock.rule text not null
report_clock.organ text
report_clock.last_day date not null
report_clock.state text not null
report_clock.is_overdue boolean not null
report_clock.after text not null
report_clock.counted_by text
report_clock.looks_from date
report_clock.looks_through date
report_clock.place_of text
report_hearer.stream_id text not null
report_hearer.organ text not null
report_hearer.petition text not null
report_hearer.person text not null
report_hearer.kept_from text[] not null
report_hearer.officials text[] not null
report_look.stream_id text not null
report_look.id uuid not null default gen_random_uuid()
report_look.looked_at timestamp with time zone not null
report_look.account text not null
report_look.organ text not null
responsibility.stream_id text not null
responsibility.ref text not null
responsibility.organ text not null
responsibility.role text not null
responsibility.account text
responsibility.name_ref text
responsibility.office_ref text
responsibility.area text
responsibility.category text
responsibility.runs_from date not null
responsibility.runs_until date
screening.stream_id text not null
screening.version integer not null
screening.keeper text not null
screening.region text not null
screening.stage text not null
screening.category text
screening.rhythm text
screening.round integer
screening.due date not null
screening.title_ref text not null
screening.areas integer not null
screening.found integer not null
screening.zero integer not null
screening.waiting integer not null
screening.late integer not null
screening.opened_on date not null
screening.ended_on date
screening.next_on date
screening_area.stream_id text not null
screening_area.area text not null
screening_area.organ text not null
screening_area.standing text not null
screening_area.stage text not null
screening_area.disputes integer not null
screening_area.households integer not null
screening_area.met integer not null
screening_area.screeners text[] not null
screening_area.until_day date not null
screening_area.reported_on date
screening_area.is_late boolean not null
screening_clock.stream_id text not null
screening_clock.clock_id text not null
screening_clock.rule text not null
screening_clock.organ text
screening_clock.last_day date not null
screening_clock.state text not null
screening_clock.is_overdue boolean not null
screening_clock.after text not null
screening_clock.counted_by text
screening_clock.looks_from date
screening_clock.looks_through date
screening_clock.place_of text
screening_party.stream_id text not null
screening_party.organ text not null
screening_party.accounts text[]
screening_place.stream_id text not null
screening_place.region text not null
sealed.stream_id text not null
sealed.ref text not null
sealed.cohort text not null
sealed.box bytea not null
sealed.part text not null
search_row.stream_id text not null
search_row.registered_on date not null
search_row.generation smallint not null
search_row.made_of text not null
search_row.words integer[] not null
search_row.marks integer[] not null
secondment.stream_id text not null
secondment.version integer not null
secondment.stage text not null
secondment.home text not null
secondment.host text not null
secondment.account text not null
secondment.mentor text
secondment.post text not null
secondment.runs_from date not null
secondment.runs_until date not null
secondment.proposed_on date not null
secondment.evaluations integer not null
secondment.due date
secondment_clock.stream_id text not null
secondment_clock.clock_id text not null
secondment_clock.rule text not null
secondment_clock.organ text
secondment_clock.last_day date not null
secondment_clock.state text not null
secondment_clock.is_overdue boolean not null
secondment_clock.after text not null
secondment_clock.counted_by text
secondment_clock.looks_from date
secondment_clock.looks_through date
secondment_clock.place_of text
secondment_party.stream_id text not null
secondment_party.organ text not null
secondment_party.part text not null
secondment_party.shelf text not null
secondment_party.day date not null
secondment_party.account text not null
secondment_party.mentor text
session.digest bytea not null
session.account text not null
session.organ text not null
session.epoch text not null
session.began_at timestamp with time zone not null
session.seen_at timestamp with time zone not null
session.agent text not null default ''::text
suggested_choice.stream_id text not null
suggested_choice.target text not null
suggested_choice.version integer not null
suggested_choice.suggested text[] not null
suggested_choice.chosen text not null
suggested_choice.registered_on date not null
suggested_model.target text not null
suggested_model.version integer not null
suggested_model.learned_at timestamp with time zone not null
suggested_model.learned integer not null
suggested_model.asked integer not null
suggested_model.accuracy double precision
suggested_model.macro_f1 double precision
suggested_model.top3 double precision
suggested_model.in_use boolean not null
suggested_model.must_forget boolean not null
suggested_model.model bytea
suggestion.stream_id text not null
suggestion.version integer not null
suggestion.petition text not null
suggestion.call text
suggestion.received_on date not null
suggestion.stage text not null
suggestion.adoption text
suggestion.answered_on date
suggestion.moved_on date not null
suggestion.waits boolean not null
suggestion.told text[] not null
suggestion_change.stream_id text not null
suggestion_change.ref text not null
suggestion_change.call text
suggestion_change.organ text not null
suggestion_change.title_ref text not null
suggestion_change.text_ref text not null
suggestion_change.published_on date not null
supervision_clock.stream_id text not null
supervision_clock.clock_id text not null
supervision_clock.rule text not null
supervision_clock.organ text not null
supervision_clock.last_day date not null
supervision_clock.state text not null
supervision_clock.is_overdue boolean not null
supervision_clock.after text not null
supervision_clock.counted_by text
supervision_clock.looks_from date
supervision_clock.looks_through date
supervision_clock.place_of text
supervision_finding.stream_id text not null
supervision_finding.ref text not null
supervision_finding.rule text not null
supervision_finding.organ text not null
supervision_finding.decided_by text not null
supervision_finding.found_on date not null
supervision_finding.state text not null
supervision_finding.escalations integer not null
supervision_finding.mended_on date
supervision_finding.last_day date
supervision_finding.decided_on date
supervision_finding.subject text not null
supervision_finding.petition text
supervision_matter.stream_id text not null
supervision_matter.version integer not null
supervision_matter.subject text not null
supervision_matter.petition text
supervision_matter.petitions text[] not null
supervision_matter.category text not null
supervision_matter.place text not null
supervision_matter.begun_on date not null
supervision_order.stream_id text not null
supervision_order.ref text not null
supervision_order.kind text not null
supervision_order.state text not null
supervision_order.is_open boolean not null
supervision_order.by_organ text not null
supervision_order.addressees text[] not null
supervision_order.asker text
supervision_order.opened_on date not null
supervision_order.due date not null
supervision_order.closed_on date
supervision_order.executed_on date
supervision_order.relapses integer not null
supervision_order.subject text not null
supervision_order.petition text
supervision_order_organ.stream_id text not null
supervision_order_organ.ref text not null
supervision_order_organ.organ text not null
supervision_order_organ.part text not null
supervision_order_organ.kind text not null
supervision_order_organ.is_open boolean not null
supervision_order_organ.day date not null
supervision_order_organ.opened_on date not null
supervision_order_organ.reported_on date
supervision_order_organ.is_late boolean not null
supervision_organ.stream_id text not null
supervision_organ.organ text not null
supervision_organ.part text not null
supervision_organ.kept_from text[] not null
supervision_organ.officials text[] not null
supervision_referral.stream_id text not null
supervision_referral.organ text not null
supervision_referral.referred_on date not null
task.stream_id text not null
task.version integer not null
task.origin_kind text not null
task.origin_stream text not null
task.origin_key text not null
task.giver text not null
task.closer text
task.organ text not null
task.officer text
task.what_ref text not null
task.stage text not null
task.given_on date not null
task.until_day date not null
task.reported_on date
task.ended_on date
task.result text
task_clock.stream_id text not null
task_clock.clock_id text not null
task_clock.rule text not null
task_clock.organ text
task_clock.last_day date not null
task_clock.state text not null
task_clock.is_overdue boolean not null
task_clock.after text not null
task_clock.counted_by text
task_clock.looks_from date
task_clock.looks_through date
task_clock.place_of text
task_party.stream_id text not null
task_party.organ text not null
task_party.part text not null
task_party.shelf text not null
task_party.day date not null
task_party.origin_kind text not null
task_party.closer text
task_party.is_own boolean not null
task_party.kept_from text[] not null
task_party.officials text[] not null
task_petition.stream_id text not null
task_petition.petition text not null
task_petition.is_open boolean not null
theme.stream_id text not null
theme.version integer not null
theme.stage text not null
theme.governor text not null
theme.owner text not null
theme.topic integer
theme.category text
theme.place text not null
theme.name_ref text not null
theme.governed_on date not null
theme.since date not null
theme.due date not null
theme.steps integer not null
theme.result text
theme.closed_on date
theme.reopened integer not null
theme_clock.stream_id text not null
theme_clock.clock_id text not null
theme_clock.rule text not null
theme_clock.organ text
theme_clock.last_day date not null
theme_clock.state text not null
theme_clock.is_overdue boolean not null
theme_clock.after text not null
theme_clock.counted_by text
theme_clock.looks_from date
theme_clock.looks_through date
theme_clock.place_of text
theme_party.stream_id text not null
theme_party.organ text not null
theme_party.part text not null
theme_party.shelf text not null
theme_party.day date not null
topic.topic integer not null
topic.first_day date not null
topic.last_day date not null
topic.messages integer not null
topic.is_stale boolean not null
topic.name text
topic.place text
topic.whom text
topic.words jsonb not null
topic_line.stream_id text not null
topic_line.day date not null
topic_line.gathered boolean not null
topic_line.cities integer[] not null
topic_line.districts integer[] not null
topic_line.towns integer[] not null
topic_line.spots integer[] not null
topic_line.is_placed boolean not null
topic_line.title integer[] not null
topic_line.groups integer[] not null
topic_line.matter integer[] not null
topic_line.matter_weights real[] not null
topic_line.place integer[] not null
topic_line.place_weights real[] not null
topic_petition.stream_id text not null
topic_petition.topic integer not null
topic_petition.day date not null
topic_petition.place text not null
topic_petition.category text not null
topic_petition.new_people smallint not null
topic_run.day date not null
topic_run.started_at timestamp with time zone not null
topic_run.ended_at timestamp with time zone not null
topic_run.gathered integer not null
topic_run.topics integer not null
topic_sign.sign integer not null
topic_sign.topic integer not null
topic_word.sign integer not null
topic_word.n integer not null
topic_word.letters text
trend_count.organ text not null
trend_count.month text not null
trend_count.place text not null
trend_count.category text not null
trend_count.class text not null
trend_count.channel text not null
trend_count.complained text not null
trend_count.outcome text not null
trend_count.stage text not null
trend_count.is_again boolean not null
trend_count.circle text not null
trend_count.n integer not null
trend_count.mentions integer not null
trend_line.stream_id text not null
trend_line.organ text not null
trend_line.complained text not null
trend_line.is_matter boolean not null
trend_line.day date not null
trend_line.month text not null
trend_line.place text not null
trend_line.category text not null
trend_line.class text not null
trend_line.channel text not null
trend_line.outcome text not null
trend_line.stage text not null
trend_line.is_again boolean not null
trend_line.circle text not null
trend_line.is_kept boolean not null
trend_line.is_of_place boolean not null
trend_margin.organ text not null
trend_margin.dimension text not null
trend_margin.month text not null
trend_margin.county text not null
trend_margin.value text not null
trend_margin.n integer not null
trend_margin.again integer not null
trend_margin.answered integer not null
trend_margin.supported integer not null
trend_margin.unfinished integer not null
visit.stream_id text not null
visit.version integer not null
visit.organ text not null
visit.region text not null
visit.stage text not null
visit.day date not null
visit.cases integer not null
visit.planned_on date not null
visit.concluded_on date
visit_case.stream_id text not null
visit_case.petition text not null
visit_case.state text not null
visit_case.shown_on date
visit_leader.stream_id text not null
visit_leader.account text not null
visit_leader.organ text not null
visit_leader.region text not null
visit_leader.stage text not null
visit_leader.day date not null
visit_leader.kept_from text[] not null
visit_leader.officials text[] not null
visit_party.stream_id text not null
visit_party.organ text not null
visit_party.accounts text[]
visit_party.stage text not null
visit_party.day date not null
visit_party.kept_from text[] not null
visit_party.officials text[] not null
warning.stream_id text not null
warning.version integer not null
warning.place text not null
warning.category text not null
warning.stage text not null
warning.bureau text not null
warning.raised_on date not null
warning.window_from date not null
warning.window_until date not null
warning.count integer not null
warning.expected double precision not null
warning.per_week double precision not null
warning.until_day date
warning.outcome text
warning.answered_on date
warning_clock.stream_id text not null
warning_clock.clock_id text not null
warning_clock.rule text not null
warning_clock.organ text
warning_clock.last_day date not null
warning_clock.state text not null
warning_clock.is_overdue boolean not null
warning_clock.after text not null
warning_clock.counted_by text
warning_clock.looks_from date
warning_clock.looks_through date
warning_clock.place_of text
warning_count.place text not null
warning_count.category text not null
warning_count.day date not null
warning_count.source text not null
warning_count.again boolean not null
warning_count.n integer not null
warning_line.stream_id text not null
warning_line.place text not null
warning_line.category text not null
warning_line.day date not null
warning_line.source text not null
warning_line.again boolean not null
warning_party.stream_id text not null
warning_party.organ text not null
warning_party.part text not null
warning_party.shelf text not null
warning_party.day date not null
warning_run.day date not null
warning_run.started_at timestamp with time zone not null
warning_run.ended_at timestamp with time zone not null
warning_run.series integer not null
warning_run.matters integer not null
warning_run.known_weeks integer not null
warning_run.raised integer not null
working_group.stream_id text not null
working_group.version integer not null
working_group.founder text not null
working_group.stage text not null
working_group.name_ref text not null
working_group.founded_on date not null
working_group.until_day date not null
working_group.ended_on date
working_group.members integer not null
working_group.cases integer not null
working_group_case.stream_id text not null
working_group_case.petition text not null
working_group_case.is_open boolean not null
working_group_party.stream_id text not null
working_group_party.organ text not null
working_group_party.accounts text[]
working_group_party.shelf text not null
working_group_party.day date not null
working_group_party.kept_from text[] not null
working_group_party.officials text[] not null
working_group_party.recused text[] not null

-- constraints
account: CHECK ((state = ANY (ARRAY['open'::text, 'closed'::text])))
account: PRIMARY KEY (stream_id)
account: UNIQUE (id)
account_credential: PRIMARY KEY (stream_id)
account_delegation: PRIMARY KEY (stream_id, organ)
account_invitation: CHECK ((octet_length(digest) = 32))
account_invitation: PRIMARY KEY (stream_id)
account_person: PRIMARY KEY (stream_id)
account_person: UNIQUE (login)
account_post: PRIMARY KEY (stream_id, organ, post)
account_second_factor: PRIMARY KEY (stream_id)
account_sign_on: PRIMARY KEY (stream_id)
account_sign_on: UNIQUE (issuer, subject)
announcement: PRIMARY KEY (stream_id, document)
answer_check: PRIMARY KEY (stream_id, document)
answer_count: PRIMARY KEY (reader, month, organ, sought)
answer_line: PRIMARY KEY (stream_id, document, reader)
answer_print: PRIMARY KEY (stream_id, document, claim, print)
assessment_case: CHECK ((ruling = ANY (ARRAY['leftOut'::text, 'corrected'::text, 'readAgain'::text])))
assessment_case: PRIMARY KEY (stream_id, issue, indicator, edition, case_stream, item)
assessment_count: PRIMARY KEY (organ, measure, month, outcome)
assessment_figure: CHECK ((audience = ANY (ARRAY['sides'::text, 'alike'::text])))
assessment_figure: PRIMARY KEY (stream_id, issue, indicator)
assessment_line: PRIMARY KEY (stream_id, measure, item)
backup_run: CHECK ((cause = ANY (ARRAY['schedule'::text, 'hand'::text])))
backup_run: CHECK ((state = ANY (ARRAY['running'::text, 'made'::text, 'failed'::text, 'removed'::text])))
backup_run: PRIMARY KEY (id)
blind_index: CHECK ((kind = ANY (ARRAY['id-number'::text, 'phone'::text, 'name-in-region'::text])))
blind_index: CHECK ((octet_length(digest) = 16))
blind_index: PRIMARY KEY (stream_id, generation, kind, digest)
booking: PRIMARY KEY (stream_id)
booking_key: PRIMARY KEY (stream_id)
booking_party: PRIMARY KEY (stream_id, organ)
bulletin: PRIMARY KEY (stream_id)
bulletin_recipient: PRIMARY KEY (stream_id, organ)
call: PRIMARY KEY (stream_id)
committee: PRIMARY KEY (stream_id)
conference_item: PRIMARY KEY (stream_id)
conference_item_link: PRIMARY KEY (stream_id, petition)
conference_item_party: PRIMARY KEY (stream_id, organ)
conference_seat: PRIMARY KEY (stream_id, ref)
consumer: PRIMARY KEY (name)
course: PRIMARY KEY (stream_id)
course_party: PRIMARY KEY (stream_id, organ)
course_piece: PRIMARY KEY (stream_id, ref)
dispute: PRIMARY KEY (stream_id)
dispute_clock: PRIMARY KEY (stream_id, clock_id)
dispute_line: CHECK ((outcome = ANY (ARRAY['open'::text, 'settled'::text, 'petition'::text, 'directed'::text, 'notFound'::text])))
dispute_line: PRIMARY KEY (stream_id)
dispute_party: CHECK ((part = ANY (ARRAY['responsible'::text, 'recorder'::text, 'former'::text])))
dispute_party: PRIMARY KEY (stream_id, organ)
dispute_petition: PRIMARY KEY (stream_id, petition)
drill_run: CHECK ((state = ANY (ARRAY['sound'::text, 'faulty'::text, 'failed'::text])))
drill_run: PRIMARY KEY (id)
engagement: CHECK (((num_nonnulls(petition, screening, mediation) = 1) AND ((screening IS NULL) = (area IS NULL))))
engagement: PRIMARY KEY (stream_id)
engagement_key: PRIMARY KEY (stream_id)
enrolment: PRIMARY KEY (stream_id)
enrolment_clock: PRIMARY KEY (stream_id, clock_id)
enrolment_party: PRIMARY KEY (stream_id, organ)
erasure: CHECK ((state = ANY (ARRAY['proposed'::text, 'objected'::text, 'approved'::text, 'erased'::text])))
erasure: PRIMARY KEY (stream_id)
establishment_allotment: CHECK ((count >= 0))
establishment_allotment: CHECK ((post = ANY (ARRAY['leader'::text, 'head'::text, 'clerk'::text, 'supervisor'::text, 'commissioner'::text])))
establishment_allotment: PRIMARY KEY (stream_id, ref)
event: CHECK ((octet_length(salt) = 32))
event: CHECK ((version > 0))
event: PRIMARY KEY (stream_id, version)
exemplary: CHECK ((audience = ANY (ARRAY['organ'::text, 'place'::text, 'public'::text])))
exemplary: CHECK ((stage = ANY (ARRAY['proposed'::text, 'returned'::text, 'published'::text, 'withdrawn'::text])))
exemplary: PRIMARY KEY (stream_id)
exemplary_party: PRIMARY KEY (stream_id, organ)
exemplary_use: PRIMARY KEY (stream_id)
fairness_count: PRIMARY KEY (organ, month, measure, outcome)
fairness_line: PRIMARY KEY (stream_id, measure, item)
figures: CHECK ((edition > 0))
figures: PRIMARY KEY (stream_id, edition)
file_reference: PRIMARY KEY (stream_id, file)
helper: PRIMARY KEY (stream_id)
holiday_notice: CHECK ((edition > 0))
holiday_notice: PRIMARY KEY (stream_id, edition)
idempotency: PRIMARY KEY (scope, key)
intake: PRIMARY KEY (stream_id)
intake_key: PRIMARY KEY (stream_id)
intake_party: PRIMARY KEY (stream_id, organ)
key_mark: CHECK ((octet_length(mark) = 32))
key_mark: PRIMARY KEY (name)
leaf: CHECK (("position" >= 0))
leaf: PRIMARY KEY (stream_id, version)
letter: PRIMARY KEY (stream_id)
letter_clock: PRIMARY KEY (stream_id, clock_id)
letter_part: CHECK ((part = ANY (ARRAY['upper'::text, 'lower'::text, 'above'::text])))
letter_part: PRIMARY KEY (stream_id, organ, part)
listed_matter: PRIMARY KEY (stream_id, ref)
log_entry: CHECK (("position" >= 0))
log_entry: CHECK ((octet_length(entry) = 32))
log_entry: PRIMARY KEY ("position")
log_gap: PRIMARY KEY (stream_id, first)
log_witness: PRIMARY KEY (vkey)
login_attempt: CHECK ((octet_length(digest) = 32))
login_attempt: CHECK ((scope = ANY (ARRAY['browser'::text, 'account-at-address'::text, 'account'::text, 'address'::text, 'code'::text, 'petition'::text, 'network'::text])))
login_attempt: PRIMARY KEY (scope, digest)
mediation: PRIMARY KEY (stream_id)
mediation_clock: PRIMARY KEY (stream_id, clock_id)
mediation_key: PRIMARY KEY (stream_id, party)
mediation_party: CHECK ((part = ANY (ARRAY['holder'::text, 'party'::text, 'opener'::text, 'handler'::text])))
mediation_party: PRIMARY KEY (stream_id, organ, part)
mediator: PRIMARY KEY (stream_id)
meeting: PRIMARY KEY (stream_id)
meeting_party: PRIMARY KEY (stream_id, organ)
migration: PRIMARY KEY (number)
notice: CHECK ((channel = ANY (ARRAY['sms'::text, 'email'::text, 'print'::text])))
notice: CHECK ((state = ANY (ARRAY['sent'::text, 'spooled'::text, 'failed'::text])))
notice: PRIMARY KEY (stream_id, id)
organ: CHECK ((state = ANY (ARRAY['active'::text, 'merged'::text, 'split'::text, 'abolished'::text])))
organ: PRIMARY KEY (stream_id)
organ: UNIQUE (id)
outbox: PRIMARY KEY (stream_id, id)
ownership: PRIMARY KEY (stream_id)
ownership_clock: PRIMARY KEY (stream_id, clock_id)
ownership_look: PRIMARY KEY (stream_id)
ownership_party: PRIMARY KEY (stream_id, organ)
paper_number: CHECK ((number > 0))
paper_number: PRIMARY KEY (stream_id, number)
petition: PRIMARY KEY (stream_id)
petition_clock: PRIMARY KEY (stream_id, clock_id)
petition_extract: PRIMARY KEY (stream_id, ref)
petition_key: CHECK ((octet_length(digest) = 32))
petition_key: PRIMARY KEY (stream_id, person)
petition_look: PRIMARY KEY (stream_id, id)
petition_organ: CHECK ((seal = ANY (ARRAY['none'::text, 'identity'::text, 'accusation'::text])))
petition_organ: PRIMARY KEY (stream_id, organ)
petition_recount: PRIMARY KEY (stream_id, ref)
petition_sight: PRIMARY KEY (stream_id, ref)
pilot: CHECK ((stage = ANY (ARRAY['running'::text, 'spread'::text, 'dropped'::text])))
pilot: PRIMARY KEY (stream_id)
proposal: PRIMARY KEY (stream_id)
proposal_clock: PRIMARY KEY (stream_id, clock_id)
proposal_link: PRIMARY KEY (stream_id, petition)
proposal_party: PRIMARY KEY (stream_id, organ)
proposal_recipient: PRIMARY KEY (stream_id, organ)
reading: PRIMARY KEY (stream_id)
reading_act: PRIMARY KEY (stream_id, ref)
reading_instruction: PRIMARY KEY (stream_id, ref)
reading_look: PRIMARY KEY (stream_id, organ, account, looked_on)
reading_party: CHECK ((part = ANY (ARRAY['bureau'::text, 'leader'::text])))
reading_party: PRIMARY KEY (stream_id, organ, part)
reception: PRIMARY KEY (stream_id)
reception_entry: PRIMARY KEY (stream_id, reference)
reception_leader: PRIMARY KEY (stream_id, account)
reception_party: PRIMARY KEY (stream_id, organ)
recount_moved: PRIMARY KEY (calendar, rule, from_day, to_day)
recount_run: PRIMARY KEY (notices)
referral: CHECK (((petition IS NULL) <> (visit IS NULL)))
referral: PRIMARY KEY (stream_id)
referral_clock: PRIMARY KEY (stream_id, clock_id)
referral_party: PRIMARY KEY (stream_id, organ)
register_log: CHECK ((name = 'log'::text))
register_log: PRIMARY KEY (name)
regularity_line: PRIMARY KEY (stream_id)
regularity_measure: PRIMARY KEY (stream_id, measure)
relief: PRIMARY KEY (stream_id)
relief_party: PRIMARY KEY (stream_id, organ)
repeat_print: PRIMARY KEY (stream_id, print)
report: PRIMARY KEY (stream_id)
report_clock: PRIMARY KEY (stream_id, clock_id)
report_hearer: PRIMARY KEY (stream_id, organ)
report_look: PRIMARY KEY (stream_id, id)
responsibility: CHECK (((account IS NULL) <> (name_ref IS NULL)))
responsibility: CHECK ((role = ANY (ARRAY['answersForAll'::text, 'directs'::text, 'handles'::text, 'secondDuty'::text])))
responsibility: PRIMARY KEY (stream_id, ref)
screening: PRIMARY KEY (stream_id)
screening_area: PRIMARY KEY (stream_id, area)
screening_clock: PRIMARY KEY (stream_id, clock_id)
screening_party: PRIMARY KEY (stream_id, organ)
screening_place: PRIMARY KEY (stream_id, region)
sealed: CHECK ((part = ANY (ARRAY['content'::text, 'identity'::text, 'office'::text])))
sealed: PRIMARY KEY (stream_id, ref)
search_row: PRIMARY KEY (stream_id)
secondment: PRIMARY KEY (stream_id)
secondment_clock: PRIMARY KEY (stream_id, clock_id)
secondment_party: CHECK ((part = ANY (ARRAY['home'::text, 'host'::text])))
secondment_party: PRIMARY KEY (stream_id, organ)
session: CHECK ((octet_length(digest) = 32))
session: PRIMARY KEY (digest)
suggested_choice: PRIMARY KEY (stream_id, target)
suggested_model: CHECK ((target = ANY (ARRAY['category'::text, 'class'::text, 'organ'::text])))
suggested_model: PRIMARY KEY (target, version)
suggestion: PRIMARY KEY (stream_id)
suggestion_change: PRIMARY KEY (stream_id, ref)
supervision_clock: PRIMARY KEY (stream_id, clock_id)
supervision_finding: PRIMARY KEY (stream_id, ref)
supervision_matter: PRIMARY KEY (stream_id)
supervision_order: PRIMARY KEY (stream_id, ref)
supervision_order_organ: CHECK ((part = ANY (ARRAY['opener'::text, 'addressee'::text, 'asker'::text])))
supervision_order_organ: PRIMARY KEY (stream_id, ref, organ, part)
supervision_organ: CHECK ((part = ANY (ARRAY['supervisor'::text, 'addressee'::text, 'asker'::text])))
supervision_organ: PRIMARY KEY (stream_id, organ, part)
supervision_referral: PRIMARY KEY (stream_id, organ)
task: PRIMARY KEY (stream_id)
task_clock: PRIMARY KEY (stream_id, clock_id)
task_party: CHECK ((part = ANY (ARRAY['giver'::text, 'doer'::text, 'reader'::text])))
task_party: PRIMARY KEY (stream_id, organ, part)
task_petition: PRIMARY KEY (stream_id, petition)
theme: PRIMARY KEY (stream_id)
theme_clock: PRIMARY KEY (stream_id, clock_id)
theme_party: CHECK ((part = ANY (ARRAY['governor'::text, 'owner'::text, 'doer'::text])))
theme_party: PRIMARY KEY (stream_id, organ)
topic: PRIMARY KEY (topic)
topic_line: PRIMARY KEY (stream_id)
topic_petition: PRIMARY KEY (stream_id)
topic_run: PRIMARY KEY (day)
topic_sign: PRIMARY KEY (sign, topic)
topic_word: CHECK (((letters IS NULL) OR (n >= 3)))
topic_word: PRIMARY KEY (sign)
trend_count: PRIMARY KEY (organ, month, place, category, class, channel, complained, outcome, stage, is_again, circle)
trend_line: PRIMARY KEY (stream_id, organ, complained)
trend_margin: PRIMARY KEY (organ, dimension, month, county, value)
visit: PRIMARY KEY (stream_id)
visit_case: PRIMARY KEY (stream_id, petition)
visit_leader: PRIMARY KEY (stream_id, account)
visit_party: PRIMARY KEY (stream_id, organ)
warning: PRIMARY KEY (stream_id)
warning_clock: PRIMARY KEY (stream_id, clock_id)
warning_count: PRIMARY KEY (place, category, day, source, again)
warning_line: PRIMARY KEY (stream_id)
warning_party: CHECK ((part = ANY (ARRAY['bureau'::text, 'centre'::text, 'responsible'::text, 'reader'::text])))
warning_party: PRIMARY KEY (stream_id, organ)
warning_run: PRIMARY KEY (day)
working_group: PRIMARY KEY (stream_id)
working_group_case: PRIMARY KEY (stream_id, petition)
working_group_party: PRIMARY KEY (stream_id, organ)

-- indexes
CREATE INDEX account_delegation_of_delegate ON public.account_delegation USING btree (delegate)
CREATE INDEX account_invitation_digest ON public.account_invitation USING btree (digest)
CREATE INDEX account_post_of_organ ON public.account_post USING btree (organ)
CREATE INDEX account_post_seconded ON public.account_post USING btree (stream_id) WHERE (seconded_from IS NOT NULL)
CREATE INDEX announcement_public ON public.announcement USING btree (published_on DESC, stream_id DESC, document DESC)
CREATE INDEX answer_line_kept ON public.answer_line USING btree (reader, day) WHERE is_kept
CREATE INDEX answer_line_newest ON public.answer_line USING btree (reader, day DESC, stream_id DESC, document DESC) WHERE (found <> '{}'::text[])
CREATE INDEX answer_print_day ON public.answer_print USING btree (answered_on)
CREATE INDEX answer_print_same ON public.answer_print USING btree (organ, print, answered_on DESC)
CREATE INDEX assessment_case_page ON public.assessment_case USING btree (stream_id, issue, indicator, edition, day, case_stream, item)
CREATE INDEX assessment_figure_circulated ON public.assessment_figure USING btree (upper, period, likeness) WHERE (audience = 'alike'::text)
CREATE INDEX assessment_line_of_organ ON public.assessment_line USING btree (organ, measure, day, stream_id, item)
CREATE INDEX backup_run_newest ON public.backup_run USING btree (began_at DESC)
CREATE INDEX blind_index_lookup ON public.blind_index USING btree (kind, digest)
CREATE INDEX booking_by_message ON public.booking USING btree (reception, reference) WHERE by_message
CREATE INDEX booking_of_day ON public.booking USING btree (reception, stream_id)
CREATE INDEX booking_party_day ON public.booking_party USING btree (reception, organ, stream_id)
CREATE INDEX booking_petition ON public.booking USING btree (petition, stream_id) WHERE (petition IS NOT NULL)
CREATE INDEX bulletin_correcting ON public.bulletin USING btree (corrects) WHERE (corrects IS NOT NULL)
CREATE INDEX bulletin_of_period ON public.bulletin USING btree (organ, period_from, span) WHERE (period_from IS NOT NULL)
CREATE INDEX bulletin_of_year ON public.bulletin USING btree (organ, year) WHERE (year IS NOT NULL)
CREATE INDEX bulletin_own ON public.bulletin USING btree (organ, stage, changed_on DESC, stream_id DESC)
CREATE INDEX bulletin_read ON public.bulletin_recipient USING btree (organ, issued_on DESC, stream_id DESC) WHERE (received_on IS NOT NULL)
CREATE INDEX bulletin_to_read ON public.bulletin_recipient USING btree (organ, issued_on DESC, stream_id DESC) WHERE (received_on IS NULL)
CREATE INDEX call_own ON public.call USING btree (organ, drafted_on DESC, stream_id DESC)
CREATE INDEX call_public ON public.call USING btree (until_day DESC, stream_id DESC) WHERE (published_on IS NOT NULL)
CREATE INDEX committee_keeper ON public.committee USING btree (keeper, stream_id)
CREATE INDEX committee_region ON public.committee USING btree (region text_pattern_ops, stream_id)
CREATE INDEX conference_item_circulated ON public.conference_item USING btree (stream_id) WHERE (circulated_until IS NOT NULL)
CREATE INDEX conference_item_link_petition ON public.conference_item_link USING btree (petition, stream_id)
CREATE INDEX conference_item_of_meeting ON public.conference_item USING btree (meeting, brought_on, stream_id) WHERE (meeting IS NOT NULL)
CREATE INDEX conference_item_party_shelf ON public.conference_item_party USING btree (organ, shelf, day, stream_id)
CREATE INDEX conference_seat_of_account ON public.conference_seat USING btree (account, conference) WHERE (account IS NOT NULL)
CREATE INDEX conference_seat_of_organ ON public.conference_seat USING btree (organ, conference)
CREATE INDEX course_party_shelf ON public.course_party USING btree (organ, stage, held_on, stream_id)
CREATE INDEX dispute_clock_counted ON public.dispute_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX dispute_clock_due ON public.dispute_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX dispute_line_day ON public.dispute_line USING btree (recorded_on DESC, stream_id DESC)
CREATE INDEX dispute_line_region ON public.dispute_line USING btree (region text_pattern_ops, recorded_on DESC, stream_id)
CREATE INDEX dispute_party_shelf ON public.dispute_party USING btree (organ, shelf, day, stream_id)
CREATE INDEX dispute_petition_petition ON public.dispute_petition USING btree (petition, stream_id)
CREATE INDEX drill_run_newest ON public.drill_run USING btree (began_at DESC)
CREATE INDEX engagement_ending ON public.engagement USING btree (until_day, stream_id) WHERE is_open
CREATE INDEX engagement_helper ON public.engagement USING btree (helper, stream_id) WHERE is_open
CREATE INDEX engagement_inviter ON public.engagement USING btree (inviter, invited_on DESC, stream_id)
CREATE INDEX engagement_mediation ON public.engagement USING btree (mediation, stream_id) WHERE (mediation IS NOT NULL)
CREATE INDEX engagement_petition ON public.engagement USING btree (petition, stream_id)
CREATE INDEX engagement_screened ON public.engagement USING btree (until_day, stream_id) WHERE ((screening IS NOT NULL) AND (NOT is_open) AND (erased_on IS NULL))
CREATE INDEX engagement_screening ON public.engagement USING btree (screening, stream_id) WHERE (screening IS NOT NULL)
CREATE INDEX enrolment_clock_counted ON public.enrolment_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX enrolment_clock_due ON public.enrolment_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX enrolment_held ON public.enrolment USING btree (account, kind, holds_until) WHERE (stage = 'certified'::text)
CREATE INDEX enrolment_party_course ON public.enrolment_party USING btree (course, organ, invited_on, stream_id)
CREATE INDEX enrolment_party_home ON public.enrolment_party USING btree (organ, invited_on, stream_id) WHERE is_home
CREATE INDEX enrolment_party_person ON public.enrolment_party USING btree (organ, account, invited_on, stream_id) WHERE is_home
CREATE INDEX erasure_due ON public.erasure USING btree (stream_id) WHERE (state = 'approved'::text)
CREATE INDEX erasure_of_approver ON public.erasure USING btree (approver, stream_id) WHERE (state = 'proposed'::text)
CREATE INDEX erasure_of_organ ON public.erasure USING btree (organ, stream_id) WHERE (state = 'proposed'::text)
CREATE INDEX erasure_public ON public.erasure USING btree (approved_on DESC, stream_id DESC) WHERE (approved_on IS NOT NULL)
CREATE INDEX establishment_allotment_of_organ ON public.establishment_allotment USING btree (organ, from_day DESC)
CREATE INDEX establishment_allotment_standing ON public.establishment_allotment USING btree (organ, post, from_day DESC) WHERE (withdrawn_on IS NULL)
CREATE INDEX event_reading_order ON public.event USING btree (xid, seq)
CREATE INDEX exemplary_kind ON public.exemplary USING btree (split_part(category, '.'::text, 1), published_on DESC, stream_id DESC) WHERE (stage = 'published'::text)
CREATE INDEX exemplary_party_shelf ON public.exemplary_party USING btree (organ, shelf, day DESC, stream_id DESC)
CREATE INDEX exemplary_published ON public.exemplary USING btree (published_on DESC, stream_id DESC) WHERE (stage = 'published'::text)
CREATE INDEX exemplary_use_exemplary ON public.exemplary_use USING btree (exemplary, stream_id)
CREATE INDEX exemplary_use_petition ON public.exemplary_use USING btree (petition, exemplary)
CREATE INDEX fairness_line_kept ON public.fairness_line USING btree (day) WHERE is_kept
CREATE INDEX fairness_line_newest ON public.fairness_line USING btree (day DESC, stream_id DESC, measure DESC, item DESC)
CREATE INDEX fairness_line_of_organ ON public.fairness_line USING btree (organ, day DESC, stream_id DESC, measure DESC, item DESC)
CREATE INDEX figures_newest ON public.figures USING btree (month DESC, edition DESC)
CREATE INDEX file_reference_file ON public.file_reference USING btree (file)
CREATE INDEX helper_former ON public.helper USING btree (stream_id) WHERE ((state = 'ended'::text) AND (erased_on IS NULL))
CREATE INDEX helper_keeper ON public.helper USING btree (keeper, stream_id)
CREATE INDEX helper_kind ON public.helper USING btree (kind, stream_id)
CREATE INDEX idempotency_age ON public.idempotency USING btree (recorded_at)
CREATE INDEX intake_dispute ON public.intake USING btree (dispute, stream_id) WHERE (dispute IS NOT NULL)
CREATE INDEX intake_mediation ON public.intake USING btree (mediation, stream_id) WHERE (mediation IS NOT NULL)
CREATE INDEX intake_party_stage ON public.intake_party USING btree (organ, stage, day, stream_id)
CREATE INDEX intake_petition ON public.intake USING btree (petition, stream_id) WHERE (petition IS NOT NULL)
CREATE INDEX leaf_position ON public.leaf USING btree ("position")
CREATE INDEX letter_clock_counted ON public.letter_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX letter_clock_due ON public.letter_clock USING btree (last_day, stream_id, clock_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX letter_part_of_organ ON public.letter_part USING btree (organ, place DESC, stream_id DESC)
CREATE INDEX listed_matter_board ON public.listed_matter USING btree (is_open, due, stream_id, ref)
CREATE INDEX log_entry_found ON public.log_entry USING btree (entry)
CREATE INDEX login_attempt_age ON public.login_attempt USING btree (last_at)
CREATE INDEX mediation_clock_counted ON public.mediation_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX mediation_clock_due ON public.mediation_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX mediation_dispute ON public.mediation USING btree (dispute, opened_on, stream_id) WHERE (dispute IS NOT NULL)
CREATE INDEX mediation_key_reference ON public.mediation_key USING btree (reference)
CREATE INDEX mediation_party_shelf ON public.mediation_party USING btree (organ, part, shelf, day, stream_id)
CREATE INDEX mediation_petition ON public.mediation USING btree (petition, opened_on, stream_id) WHERE (petition IS NOT NULL)
CREATE INDEX mediator_committee ON public.mediator USING btree (committee, stream_id) WHERE (committee IS NOT NULL)
CREATE INDEX mediator_keeper ON public.mediator USING btree (keeper, stream_id)
CREATE INDEX mediator_state ON public.mediator USING btree (state, stream_id)
CREATE INDEX meeting_of_conference ON public.meeting USING btree (conference, kind, day)
CREATE INDEX meeting_party_day ON public.meeting_party USING btree (organ, day, stream_id)
CREATE INDEX organ_ended ON public.organ USING btree (id) WHERE (state <> 'active'::text)
CREATE INDEX outbox_relayed ON public.outbox USING btree (relayed_at) WHERE (relayed_at IS NOT NULL)
CREATE INDEX outbox_waiting ON public.outbox USING btree (retry_at, created_at) WHERE (relayed_at IS NULL)
CREATE INDEX ownership_clock_counted ON public.ownership_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX ownership_clock_due ON public.ownership_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX ownership_look_due ON public.ownership_look USING btree (day, stream_id)
CREATE INDEX ownership_owned ON public.ownership USING btree (stream_id) WHERE ((owner_account IS NOT NULL) AND (stage = ANY (ARRAY['assigned'::text, 'planned'::text])))
CREATE INDEX ownership_party_mine ON public.ownership_party USING btree (owner_account, shelf, day, stream_id) WHERE (owner_account IS NOT NULL)
CREATE INDEX ownership_party_shelf ON public.ownership_party USING btree (organ, shelf, day, stream_id)
CREATE INDEX paper_number_last ON public.paper_number USING btree (organ, year, number_class, number DESC)
CREATE INDEX paper_number_of_bearer ON public.paper_number USING btree (bearer, paper)
CREATE INDEX petition_at_rest ON public.petition USING btree (registrar, class, ended_on) WHERE (ended_on IS NOT NULL)
CREATE INDEX petition_brought_to_end ON public.petition USING btree (clerk, category) WHERE ((ended_on IS NOT NULL) AND (clerk IS NOT NULL))
CREATE INDEX petition_clock_counted ON public.petition_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX petition_clock_due ON public.petition_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX petition_clock_mine ON public.petition_clock USING btree (clerk, last_day, stream_id, clock_id) WHERE ((after = 'overdue'::text) AND (clerk IS NOT NULL))
CREATE INDEX petition_clock_worklist ON public.petition_clock USING btree (organ, last_day, stream_id, clock_id) INCLUDE (kept, is_holders, clerk) WHERE (after = 'overdue'::text)
CREATE INDEX petition_extract_told ON public.petition_extract USING btree (organ, told_on DESC)
CREATE INDEX petition_held ON public.petition USING btree (holder, clerk) WHERE (ended_on IS NULL)
CREATE INDEX petition_organ_accusing ON public.petition_organ USING btree (stream_id, organ) WHERE (accused <> '{}'::text[])
CREATE INDEX petition_organ_by_stage ON public.petition_organ USING btree (organ, stage, registered_on DESC, stream_id DESC)
CREATE INDEX petition_organ_naming ON public.petition_organ USING btree (organ, stream_id) WHERE (officials <> '{}'::text[])
CREATE INDEX petition_organ_newest ON public.petition_organ USING btree (organ, registered_on DESC, stream_id DESC)
CREATE INDEX petition_recount_calendar ON public.petition_recount USING btree (calendar)
CREATE INDEX petition_recount_newest ON public.petition_recount USING btree (recounted_on DESC, stream_id, ref)
CREATE INDEX petition_sight_cause ON public.petition_sight USING btree (cause, stream_id)
CREATE INDEX petition_sight_ending ON public.petition_sight USING btree (until_day, stream_id, ref) WHERE (until_day IS NOT NULL)
CREATE INDEX pilot_own ON public.pilot USING btree (organ, from_day DESC, stream_id DESC)
CREATE INDEX proposal_clock_counted ON public.proposal_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX proposal_clock_due ON public.proposal_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX proposal_clock_of_organ ON public.proposal_clock USING btree (organ, last_day, stream_id, clock_id) WHERE (after = 'overdue'::text)
CREATE INDEX proposal_link_petition ON public.proposal_link USING btree (petition, bureau, stream_id)
CREATE INDEX proposal_party_shelf ON public.proposal_party USING btree (organ, part, shelf, day, stream_id)
CREATE INDEX proposal_recipient_year ON public.proposal_recipient USING btree (bureau, issued_on)
CREATE INDEX reading_act_of_petition ON public.reading_act USING btree (petition, acted_on)
CREATE INDEX reading_look_of_petition ON public.reading_look USING btree (petition, looked_on)
CREATE INDEX reading_of_petition ON public.reading USING btree (petition, proposed_on, stream_id)
CREATE INDEX reading_party_bureau ON public.reading_party USING btree (organ, part, stage, day, stream_id)
CREATE INDEX reading_party_leader ON public.reading_party USING btree (account, stage, day, stream_id) WHERE (account IS NOT NULL)
CREATE INDEX reading_received ON public.reading USING btree (leader_organ, proposed_on)
CREATE INDEX reading_sent ON public.reading USING btree (bureau, proposed_on)
CREATE INDEX reception_host ON public.reception USING btree (host, day, stream_id)
CREATE INDEX reception_leader_day ON public.reception_leader USING btree (account, day)
CREATE INDEX reception_party_day ON public.reception_party USING btree (organ, day, stream_id)
CREATE INDEX reception_public ON public.reception USING btree (day, stream_id) WHERE is_public
CREATE INDEX reception_to_draw ON public.reception USING btree (closes_on, stream_id) WHERE (stage = 'published'::text)
CREATE INDEX referral_body ON public.referral USING btree (to_organ, stream_id) WHERE ((stage <> 'closed'::text) AND (to_organ IS NOT NULL))
CREATE INDEX referral_clock_counted ON public.referral_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX referral_clock_due ON public.referral_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX referral_clock_remind ON public.referral_clock USING btree (remind_on, stream_id, clock_id) WHERE (remind_on IS NOT NULL)
CREATE INDEX referral_guide ON public.referral USING btree (guide, stream_id) WHERE (stage <> 'closed'::text)
CREATE INDEX referral_party_petition ON public.referral_party USING btree (petition, stream_id)
CREATE INDEX referral_party_shelf ON public.referral_party USING btree (organ, shelf, day, stream_id)
CREATE INDEX referral_petition ON public.referral USING btree (petition, explained_on, stream_id)
CREATE INDEX referral_visit ON public.referral USING btree (visit, stream_id) WHERE (visit IS NOT NULL)
CREATE INDEX regularity_line_ended ON public.regularity_line USING btree (ended_on, stream_id)
CREATE INDEX relief_guide ON public.relief USING btree (guide, stream_id)
CREATE INDEX relief_party_organ ON public.relief_party USING btree (organ, stream_id)
CREATE INDEX relief_party_petition ON public.relief_party USING btree (petition, stream_id)
CREATE INDEX relief_petition ON public.relief USING btree (petition, told_on, stream_id)
CREATE INDEX repeat_print_same ON public.repeat_print USING btree (print, registered_on DESC)
CREATE INDEX report_clock_counted ON public.report_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX report_clock_due ON public.report_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX report_hearer_organ ON public.report_hearer USING btree (organ, stream_id)
CREATE INDEX report_of_petition ON public.report USING btree (petition, person, reported_on)
CREATE INDEX responsibility_of_account ON public.responsibility USING btree (account, organ) WHERE (account IS NOT NULL)
CREATE INDEX responsibility_of_organ ON public.responsibility USING btree (organ, ref)
CREATE INDEX screening_area_organ ON public.screening_area USING btree (organ, stage, until_day, stream_id, area)
CREATE INDEX screening_area_place ON public.screening_area USING btree (area text_pattern_ops, stage)
CREATE INDEX screening_area_screeners ON public.screening_area USING gin (screeners)
CREATE INDEX screening_clock_counted ON public.screening_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX screening_clock_due ON public.screening_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX screening_next ON public.screening USING btree (next_on, stream_id) WHERE (next_on IS NOT NULL)
CREATE INDEX screening_party_organ ON public.screening_party USING btree (organ, stream_id)
CREATE INDEX screening_stage ON public.screening USING btree (stage, due, stream_id)
CREATE INDEX search_row_found ON public.search_row USING gin (words, marks) WITH (fastupdate=off)
CREATE INDEX search_row_generation ON public.search_row USING btree (generation, stream_id)
CREATE INDEX secondment_account ON public.secondment USING btree (account) WHERE (stage = ANY (ARRAY['proposed'::text, 'serving'::text]))
CREATE INDEX secondment_clock_counted ON public.secondment_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX secondment_clock_due ON public.secondment_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX secondment_party_shelf ON public.secondment_party USING btree (organ, shelf, day, stream_id)
CREATE INDEX session_began ON public.session USING btree (began_at)
CREATE INDEX session_of_account ON public.session USING btree (account)
CREATE INDEX suggested_choice_day ON public.suggested_choice USING btree (registered_on, target)
CREATE INDEX suggestion_call ON public.suggestion USING btree (call, received_on DESC, stream_id DESC) WHERE (call IS NOT NULL)
CREATE INDEX suggestion_change_call ON public.suggestion_change USING btree (call, published_on DESC, title_ref DESC) WHERE (call IS NOT NULL)
CREATE INDEX suggestion_change_public ON public.suggestion_change USING btree (published_on DESC, title_ref DESC)
CREATE INDEX suggestion_petition ON public.suggestion USING btree (petition)
CREATE INDEX suggestion_received ON public.suggestion USING btree (received_on DESC, stream_id DESC)
CREATE INDEX suggestion_waiting ON public.suggestion USING btree (received_on DESC, stream_id DESC) WHERE waits
CREATE INDEX supervision_clock_counted ON public.supervision_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX supervision_clock_due ON public.supervision_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX supervision_clock_of_organ ON public.supervision_clock USING btree (organ, last_day, stream_id, clock_id) WHERE (after = 'overdue'::text)
CREATE INDEX supervision_finding_decided ON public.supervision_finding USING btree (decided_by, state, decided_on, stream_id, ref) WHERE (state <> 'open'::text)
CREATE INDEX supervision_finding_open ON public.supervision_finding USING btree (decided_by, last_day, stream_id, ref) WHERE (state = 'open'::text)
CREATE INDEX supervision_matter_topic ON public.supervision_matter USING gin (petitions) WHERE (subject = 'topic'::text)
CREATE INDEX supervision_order_organ_list ON public.supervision_order_organ USING btree (organ, part, is_open, day, stream_id, ref)
CREATE INDEX supervision_order_organ_opened ON public.supervision_order_organ USING btree (part, opened_on)
CREATE INDEX supervision_order_organ_plan ON public.supervision_order_organ USING btree (day, stream_id, ref) WHERE ((part = 'addressee'::text) AND is_open)
CREATE INDEX supervision_order_petition ON public.supervision_order USING btree (petition) WHERE (petition IS NOT NULL)
CREATE INDEX supervision_referral_organ ON public.supervision_referral USING btree (organ, referred_on, stream_id)
CREATE INDEX task_clock_counted ON public.task_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX task_clock_due ON public.task_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX task_origin ON public.task USING btree (origin_stream, given_on, origin_key, stream_id)
CREATE INDEX task_party_shelf ON public.task_party USING btree (organ, shelf, day, stream_id)
CREATE INDEX task_petition_petition ON public.task_petition USING btree (petition, stream_id)
CREATE INDEX theme_clock_counted ON public.theme_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX theme_clock_due ON public.theme_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX theme_closed ON public.theme USING btree (closed_on, stream_id) WHERE (stage = 'closed'::text)
CREATE INDEX theme_party_shelf ON public.theme_party USING btree (organ, shelf, day, stream_id)
CREATE INDEX theme_topic ON public.theme USING btree (topic, stream_id) WHERE (topic IS NOT NULL)
CREATE INDEX topic_day ON public.topic USING btree (last_day)
CREATE INDEX topic_line_waiting ON public.topic_line USING btree (day, stream_id) WHERE (NOT gathered)
CREATE INDEX topic_petition_day ON public.topic_petition USING btree (day, topic)
CREATE INDEX topic_petition_topic ON public.topic_petition USING btree (topic, day, stream_id)
CREATE INDEX topic_sign_topic ON public.topic_sign USING btree (topic)
CREATE INDEX trend_line_kept ON public.trend_line USING btree (organ, month) WHERE is_kept
CREATE INDEX trend_line_newest ON public.trend_line USING btree (organ, day DESC, stream_id DESC)
CREATE INDEX visit_case_petition ON public.visit_case USING btree (petition, stream_id)
CREATE INDEX visit_leader_day ON public.visit_leader USING btree (account, day, stream_id)
CREATE INDEX visit_party_day ON public.visit_party USING btree (organ, day, stream_id)
CREATE INDEX warning_clock_counted ON public.warning_clock USING btree (counted_by, looks_through, stream_id, clock_id) INCLUDE (looks_from, place_of) WHERE (looks_through IS NOT NULL)
CREATE INDEX warning_clock_due ON public.warning_clock USING btree (last_day, stream_id) WHERE ((state = 'running'::text) AND (NOT is_overdue))
CREATE INDEX warning_line_of_place ON public.warning_line USING btree (day, place, stream_id)
CREATE INDEX warning_party_shelf ON public.warning_party USING btree (organ, shelf, day, stream_id)
CREATE INDEX warning_told ON public.warning USING btree (stage, answered_on)
CREATE INDEX working_group_case_petition ON public.working_group_case USING btree (petition, stream_id)
CREATE INDEX working_group_due ON public.working_group USING btree (until_day, stream_id) WHERE (stage = 'working'::text)
CREATE INDEX working_group_party_shelf ON public.working_group_party USING btree (organ, shelf, day, stream_id)
CREATE UNIQUE INDEX account_credential_pkey ON public.account_credential USING btree (stream_id)
CREATE UNIQUE INDEX account_delegation_pkey ON public.account_delegation USING btree (stream_id, organ)
CREATE UNIQUE INDEX account_id_key ON public.account USING btree (id)
CREATE UNIQUE INDEX account_invitation_pkey ON public.account_invitation USING btree (stream_id)
CREATE UNIQUE INDEX account_person_login_key ON public.account_person USING btree (login)
CREATE UNIQUE INDEX account_person_pkey ON public.account_person USING btree (stream_id)
CREATE UNIQUE INDEX account_pkey ON public.account USING btree (stream_id)
CREATE UNIQUE INDEX account_post_pkey ON public.account_post USING btree (stream_id, organ, post)
CREATE UNIQUE INDEX account_second_factor_pkey ON public.account_second_factor USING btree (stream_id)
CREATE UNIQUE INDEX account_sign_on_issuer_subject_key ON public.account_sign_on USING btree (issuer, subject)
CREATE UNIQUE INDEX account_sign_on_pkey ON public.account_sign_on USING btree (stream_id)
CREATE UNIQUE INDEX announcement_pkey ON public.announcement USING btree (stream_id, document)
CREATE UNIQUE INDEX answer_check_pkey ON public.answer_check USING btree (stream_id, document)
CREATE UNIQUE INDEX answer_count_pkey ON public.answer_count USING btree (reader, month, organ, sought)
CREATE UNIQUE INDEX answer_line_pkey ON public.answer_line USING btree (stream_id, document, reader)
CREATE UNIQUE INDEX answer_print_pkey ON public.answer_print USING btree (stream_id, document, claim, print)
CREATE UNIQUE INDEX assessment_case_pkey ON public.assessment_case USING btree (stream_id, issue, indicator, edition, case_stream, item)
CREATE UNIQUE INDEX assessment_count_pkey ON public.assessment_count USING btree (organ, measure, month, outcome)
CREATE UNIQUE INDEX assessment_figure_pkey ON public.assessment_figure USING btree (stream_id, issue, indicator)
CREATE UNIQUE INDEX assessment_line_pkey ON public.assessment_line USING btree (stream_id, measure, item)
CREATE UNIQUE INDEX backup_run_pkey ON public.backup_run USING btree (id)
CREATE UNIQUE INDEX blind_index_pkey ON public.blind_index USING btree (stream_id, generation, kind, digest)
CREATE UNIQUE INDEX booking_key_pkey ON public.booking_key USING btree (stream_id)
CREATE UNIQUE INDEX booking_party_pkey ON public.booking_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX booking_pkey ON public.booking USING btree (stream_id)
CREATE UNIQUE INDEX bulletin_pkey ON public.bulletin USING btree (stream_id)
CREATE UNIQUE INDEX bulletin_recipient_pkey ON public.bulletin_recipient USING btree (stream_id, organ)
CREATE UNIQUE INDEX call_pkey ON public.call USING btree (stream_id)
CREATE UNIQUE INDEX committee_pkey ON public.committee USING btree (stream_id)
CREATE UNIQUE INDEX conference_item_link_pkey ON public.conference_item_link USING btree (stream_id, petition)
CREATE UNIQUE INDEX conference_item_party_pkey ON public.conference_item_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX conference_item_pkey ON public.conference_item USING btree (stream_id)
CREATE UNIQUE INDEX conference_seat_pkey ON public.conference_seat USING btree (stream_id, ref)
CREATE UNIQUE INDEX consumer_pkey ON public.consumer USING btree (name)
CREATE UNIQUE INDEX course_party_pkey ON public.course_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX course_piece_pkey ON public.course_piece USING btree (stream_id, ref)
CREATE UNIQUE INDEX course_pkey ON public.course USING btree (stream_id)
CREATE UNIQUE INDEX dispute_clock_pkey ON public.dispute_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX dispute_line_pkey ON public.dispute_line USING btree (stream_id)
CREATE UNIQUE INDEX dispute_party_pkey ON public.dispute_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX dispute_petition_pkey ON public.dispute_petition USING btree (stream_id, petition)
CREATE UNIQUE INDEX dispute_pkey ON public.dispute USING btree (stream_id)
CREATE UNIQUE INDEX drill_run_pkey ON public.drill_run USING btree (id)
CREATE UNIQUE INDEX engagement_key_pkey ON public.engagement_key USING btree (stream_id)
CREATE UNIQUE INDEX engagement_pkey ON public.engagement USING btree (stream_id)
CREATE UNIQUE INDEX enrolment_clock_pkey ON public.enrolment_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX enrolment_party_pkey ON public.enrolment_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX enrolment_pkey ON public.enrolment USING btree (stream_id)
CREATE UNIQUE INDEX erasure_pkey ON public.erasure USING btree (stream_id)
CREATE UNIQUE INDEX establishment_allotment_pkey ON public.establishment_allotment USING btree (stream_id, ref)
CREATE UNIQUE INDEX event_pkey ON public.event USING btree (stream_id, version)
CREATE UNIQUE INDEX exemplary_party_pkey ON public.exemplary_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX exemplary_pkey ON public.exemplary USING btree (stream_id)
CREATE UNIQUE INDEX exemplary_use_pkey ON public.exemplary_use USING btree (stream_id)
CREATE UNIQUE INDEX fairness_count_pkey ON public.fairness_count USING btree (organ, month, measure, outcome)
CREATE UNIQUE INDEX fairness_line_pkey ON public.fairness_line USING btree (stream_id, measure, item)
CREATE UNIQUE INDEX figures_pkey ON public.figures USING btree (stream_id, edition)
CREATE UNIQUE INDEX file_reference_pkey ON public.file_reference USING btree (stream_id, file)
CREATE UNIQUE INDEX helper_pkey ON public.helper USING btree (stream_id)
CREATE UNIQUE INDEX holiday_notice_pkey ON public.holiday_notice USING btree (stream_id, edition)
CREATE UNIQUE INDEX idempotency_pkey ON public.idempotency USING btree (scope, key)
CREATE UNIQUE INDEX intake_key_pkey ON public.intake_key USING btree (stream_id)
CREATE UNIQUE INDEX intake_party_pkey ON public.intake_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX intake_pkey ON public.intake USING btree (stream_id)
CREATE UNIQUE INDEX key_mark_pkey ON public.key_mark USING btree (name)
CREATE UNIQUE INDEX leaf_pkey ON public.leaf USING btree (stream_id, version)
CREATE UNIQUE INDEX letter_clock_pkey ON public.letter_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX letter_part_pkey ON public.letter_part USING btree (stream_id, organ, part)
CREATE UNIQUE INDEX letter_pkey ON public.letter USING btree (stream_id)
CREATE UNIQUE INDEX listed_matter_pkey ON public.listed_matter USING btree (stream_id, ref)
CREATE UNIQUE INDEX log_entry_pkey ON public.log_entry USING btree ("position")
CREATE UNIQUE INDEX log_gap_pkey ON public.log_gap USING btree (stream_id, first)
CREATE UNIQUE INDEX log_witness_pkey ON public.log_witness USING btree (vkey)
CREATE UNIQUE INDEX login_attempt_pkey ON public.login_attempt USING btree (scope, digest)
CREATE UNIQUE INDEX mediation_clock_pkey ON public.mediation_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX mediation_key_pkey ON public.mediation_key USING btree (stream_id, party)
CREATE UNIQUE INDEX mediation_party_pkey ON public.mediation_party USING btree (stream_id, organ, part)
CREATE UNIQUE INDEX mediation_pkey ON public.mediation USING btree (stream_id)
CREATE UNIQUE INDEX mediator_pkey ON public.mediator USING btree (stream_id)
CREATE UNIQUE INDEX meeting_party_pkey ON public.meeting_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX meeting_pkey ON public.meeting USING btree (stream_id)
CREATE UNIQUE INDEX migration_pkey ON public.migration USING btree (number)
CREATE UNIQUE INDEX notice_pkey ON public.notice USING btree (stream_id, id)
CREATE UNIQUE INDEX organ_id_key ON public.organ USING btree (id)
CREATE UNIQUE INDEX organ_pkey ON public.organ USING btree (stream_id)
CREATE UNIQUE INDEX outbox_pkey ON public.outbox USING btree (stream_id, id)
CREATE UNIQUE INDEX ownership_clock_pkey ON public.ownership_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX ownership_look_pkey ON public.ownership_look USING btree (stream_id)
CREATE UNIQUE INDEX ownership_party_pkey ON public.ownership_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX ownership_pkey ON public.ownership USING btree (stream_id)
CREATE UNIQUE INDEX paper_number_pkey ON public.paper_number USING btree (stream_id, number)
CREATE UNIQUE INDEX petition_clock_pkey ON public.petition_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX petition_extract_pkey ON public.petition_extract USING btree (stream_id, ref)
CREATE UNIQUE INDEX petition_key_pkey ON public.petition_key USING btree (stream_id, person)
CREATE UNIQUE INDEX petition_look_pkey ON public.petition_look USING btree (stream_id, id)
CREATE UNIQUE INDEX petition_organ_pkey ON public.petition_organ USING btree (stream_id, organ)
CREATE UNIQUE INDEX petition_pkey ON public.petition USING btree (stream_id)
CREATE UNIQUE INDEX petition_recount_pkey ON public.petition_recount USING btree (stream_id, ref)
CREATE UNIQUE INDEX petition_sight_pkey ON public.petition_sight USING btree (stream_id, ref)
CREATE UNIQUE INDEX pilot_pkey ON public.pilot USING btree (stream_id)
CREATE UNIQUE INDEX proposal_clock_pkey ON public.proposal_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX proposal_link_pkey ON public.proposal_link USING btree (stream_id, petition)
CREATE UNIQUE INDEX proposal_party_pkey ON public.proposal_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX proposal_pkey ON public.proposal USING btree (stream_id)
CREATE UNIQUE INDEX proposal_recipient_pkey ON public.proposal_recipient USING btree (stream_id, organ)
CREATE UNIQUE INDEX reading_act_pkey ON public.reading_act USING btree (stream_id, ref)
CREATE UNIQUE INDEX reading_instruction_pkey ON public.reading_instruction USING btree (stream_id, ref)
CREATE UNIQUE INDEX reading_look_pkey ON public.reading_look USING btree (stream_id, organ, account, looked_on)
CREATE UNIQUE INDEX reading_party_pkey ON public.reading_party USING btree (stream_id, organ, part)
CREATE UNIQUE INDEX reading_pkey ON public.reading USING btree (stream_id)
CREATE UNIQUE INDEX reception_entry_pkey ON public.reception_entry USING btree (stream_id, reference)
CREATE UNIQUE INDEX reception_leader_pkey ON public.reception_leader USING btree (stream_id, account)
CREATE UNIQUE INDEX reception_party_pkey ON public.reception_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX reception_pkey ON public.reception USING btree (stream_id)
CREATE UNIQUE INDEX recount_moved_pkey ON public.recount_moved USING btree (calendar, rule, from_day, to_day)
CREATE UNIQUE INDEX recount_run_pkey ON public.recount_run USING btree (notices)
CREATE UNIQUE INDEX referral_clock_pkey ON public.referral_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX referral_party_pkey ON public.referral_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX referral_pkey ON public.referral USING btree (stream_id)
CREATE UNIQUE INDEX register_log_pkey ON public.register_log USING btree (name)
CREATE UNIQUE INDEX regularity_line_pkey ON public.regularity_line USING btree (stream_id)
CREATE UNIQUE INDEX regularity_measure_pkey ON public.regularity_measure USING btree (stream_id, measure)
CREATE UNIQUE INDEX relief_party_pkey ON public.relief_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX relief_pkey ON public.relief USING btree (stream_id)
CREATE UNIQUE INDEX repeat_print_pkey ON public.repeat_print USING btree (stream_id, print)
CREATE UNIQUE INDEX report_clock_pkey ON public.report_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX report_hearer_pkey ON public.report_hearer USING btree (stream_id, organ)
CREATE UNIQUE INDEX report_look_pkey ON public.report_look USING btree (stream_id, id)
CREATE UNIQUE INDEX report_pkey ON public.report USING btree (stream_id)
CREATE UNIQUE INDEX responsibility_pkey ON public.responsibility USING btree (stream_id, ref)
CREATE UNIQUE INDEX screening_area_pkey ON public.screening_area USING btree (stream_id, area)
CREATE UNIQUE INDEX screening_clock_pkey ON public.screening_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX screening_party_pkey ON public.screening_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX screening_pkey ON public.screening USING btree (stream_id)
CREATE UNIQUE INDEX screening_place_pkey ON public.screening_place USING btree (stream_id, region)
CREATE UNIQUE INDEX sealed_pkey ON public.sealed USING btree (stream_id, ref)
CREATE UNIQUE INDEX search_row_pkey ON public.search_row USING btree (stream_id)
CREATE UNIQUE INDEX secondment_clock_pkey ON public.secondment_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX secondment_party_pkey ON public.secondment_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX secondment_pkey ON public.secondment USING btree (stream_id)
CREATE UNIQUE INDEX session_pkey ON public.session USING btree (digest)
CREATE UNIQUE INDEX suggested_choice_pkey ON public.suggested_choice USING btree (stream_id, target)
CREATE UNIQUE INDEX suggested_model_in_use ON public.suggested_model USING btree (target) WHERE in_use
CREATE UNIQUE INDEX suggested_model_pkey ON public.suggested_model USING btree (target, version)
CREATE UNIQUE INDEX suggestion_change_pkey ON public.suggestion_change USING btree (stream_id, ref)
CREATE UNIQUE INDEX suggestion_pkey ON public.suggestion USING btree (stream_id)
CREATE UNIQUE INDEX supervision_clock_pkey ON public.supervision_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX supervision_finding_pkey ON public.supervision_finding USING btree (stream_id, ref)
CREATE UNIQUE INDEX supervision_matter_pkey ON public.supervision_matter USING btree (stream_id)
CREATE UNIQUE INDEX supervision_order_organ_pkey ON public.supervision_order_organ USING btree (stream_id, ref, organ, part)
CREATE UNIQUE INDEX supervision_order_pkey ON public.supervision_order USING btree (stream_id, ref)
CREATE UNIQUE INDEX supervision_organ_pkey ON public.supervision_organ USING btree (stream_id, organ, part)
CREATE UNIQUE INDEX supervision_referral_pkey ON public.supervision_referral USING btree (stream_id, organ)
CREATE UNIQUE INDEX task_clock_pkey ON public.task_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX task_party_pkey ON public.task_party USING btree (stream_id, organ, part)
CREATE UNIQUE INDEX task_petition_pkey ON public.task_petition USING btree (stream_id, petition)
CREATE UNIQUE INDEX task_pkey ON public.task USING btree (stream_id)
CREATE UNIQUE INDEX theme_clock_pkey ON public.theme_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX theme_party_pkey ON public.theme_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX theme_pkey ON public.theme USING btree (stream_id)
CREATE UNIQUE INDEX topic_line_pkey ON public.topic_line USING btree (stream_id)
CREATE UNIQUE INDEX topic_petition_pkey ON public.topic_petition USING btree (stream_id)
CREATE UNIQUE INDEX topic_pkey ON public.topic USING btree (topic)
CREATE UNIQUE INDEX topic_run_pkey ON public.topic_run USING btree (day)
CREATE UNIQUE INDEX topic_sign_pkey ON public.topic_sign USING btree (sign, topic)
CREATE UNIQUE INDEX topic_word_pkey ON public.topic_word USING btree (sign)
CREATE UNIQUE INDEX trend_count_pkey ON public.trend_count USING btree (organ, month, place, category, class, channel, complained, outcome, stage, is_again, circle)
CREATE UNIQUE INDEX trend_line_pkey ON public.trend_line USING btree (stream_id, organ, complained)
CREATE UNIQUE INDEX trend_margin_pkey ON public.trend_margin USING btree (organ, dimension, month, county, value)
CREATE UNIQUE INDEX visit_case_pkey ON public.visit_case USING btree (stream_id, petition)
CREATE UNIQUE INDEX visit_leader_pkey ON public.visit_leader USING btree (stream_id, account)
CREATE UNIQUE INDEX visit_party_pkey ON public.visit_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX visit_pkey ON public.visit USING btree (stream_id)
CREATE UNIQUE INDEX warning_clock_pkey ON public.warning_clock USING btree (stream_id, clock_id)
CREATE UNIQUE INDEX warning_count_pkey ON public.warning_count USING btree (place, category, day, source, again)
CREATE UNIQUE INDEX warning_line_pkey ON public.warning_line USING btree (stream_id)
CREATE UNIQUE INDEX warning_party_pkey ON public.warning_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX warning_pkey ON public.warning USING btree (stream_id)
CREATE UNIQUE INDEX warning_run_pkey ON public.warning_run USING btree (day)
CREATE UNIQUE INDEX working_group_case_pkey ON public.working_group_case USING btree (stream_id, petition)
CREATE UNIQUE INDEX working_group_party_pkey ON public.working_group_party USING btree (stream_id, organ)
CREATE UNIQUE INDEX working_group_pkey ON public.working_group USING btree (stream_id)

-- grants
account: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
account: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
account: SELECT to xinqiao_search
account_credential: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
account_credential: INSERT, SELECT, UPDATE to xinqiao_app
account_delegation: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
account_delegation: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
account_invitation: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
account_invitation: INSERT, SELECT, UPDATE to xinqiao_app
account_person: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
account_person: INSERT, SELECT, UPDATE to xinqiao_app
account_post: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
account_post: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
account_post: SELECT to xinqiao_search
account_second_factor: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
account_second_factor: INSERT, SELECT, UPDATE to xinqiao_app
account_sign_on: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
account_sign_on: INSERT, SELECT, UPDATE to xinqiao_app
announcement: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
announcement: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
answer_check: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
answer_check: SELECT to xinqiao_app
answer_count: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
answer_count: SELECT to xinqiao_app
answer_line: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
answer_line: SELECT to xinqiao_app
answer_print: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
assessment_case: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
assessment_case: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
assessment_count: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
assessment_count: SELECT to xinqiao_app
assessment_figure: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
assessment_figure: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
assessment_line: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
assessment_line: SELECT to xinqiao_app
backup_run: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
backup_run: SELECT to xinqiao_app
blind_index: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
blind_index: INSERT, SELECT to xinqiao_app
booking: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
booking: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
booking_key: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
booking_key: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
booking_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
booking_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
bulletin: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
bulletin: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
bulletin_recipient: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
bulletin_recipient: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
call: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
call: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
committee: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
committee: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
conference_item: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
conference_item: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
conference_item_link: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
conference_item_link: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
conference_item_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
conference_item_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
conference_seat: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
conference_seat: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
consumer: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
consumer: SELECT to xinqiao_app
course: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
course: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
course_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
course_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
course_piece: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
course_piece: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
dispute: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
dispute: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
dispute_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
dispute_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
dispute_line: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
dispute_line: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
dispute_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
dispute_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
dispute_petition: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
dispute_petition: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
drill_run: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
drill_run: SELECT to xinqiao_app
engagement: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
engagement: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
engagement_key: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
engagement_key: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
enrolment: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
enrolment: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
enrolment_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
enrolment_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
enrolment_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
enrolment_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
erasure: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
erasure: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
establishment_allotment: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
establishment_allotment: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
event: SELECT to xinqiao_app
event: SELECT to xinqiao_work
exemplary: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
exemplary: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
exemplary_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
exemplary_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
exemplary_use: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
exemplary_use: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
fairness_count: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
fairness_count: SELECT to xinqiao_app
fairness_line: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
fairness_line: SELECT to xinqiao_app
figures: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
figures: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
file_reference: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
file_reference: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
helper: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
helper: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
holiday_notice: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
holiday_notice: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
idempotency: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
idempotency: INSERT, SELECT to xinqiao_app
intake: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
intake: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
intake_key: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
intake_key: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
intake_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
intake_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
key_mark: INSERT, SELECT to xinqiao_app
key_mark: INSERT, SELECT to xinqiao_work
leaf: INSERT, SELECT to xinqiao_work
leaf: SELECT to xinqiao_app
letter: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
letter: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
letter_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
letter_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
letter_part: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
letter_part: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
listed_matter: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
listed_matter: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
log_entry: INSERT, SELECT to xinqiao_work
log_entry: SELECT to xinqiao_app
log_gap: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
log_gap: INSERT, SELECT to xinqiao_app
log_witness: INSERT, SELECT, UPDATE to xinqiao_work
log_witness: SELECT to xinqiao_app
login_attempt: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
login_attempt: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
mediation: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
mediation: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
mediation_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
mediation_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
mediation_key: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
mediation_key: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
mediation_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
mediation_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
mediator: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
mediator: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
meeting: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
meeting: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
meeting_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
meeting_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
migration: SELECT to xinqiao_app
migration: SELECT to xinqiao_work
notice: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
notice: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
organ: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
organ: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
organ: SELECT to xinqiao_search
outbox: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
outbox: INSERT to xinqiao_app
ownership: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
ownership: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
ownership_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
ownership_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
ownership_look: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
ownership_look: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
ownership_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
ownership_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
paper_number: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
paper_number: SELECT to xinqiao_app
petition: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
petition: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
petition_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
petition_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
petition_extract: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
petition_extract: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
petition_key: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
petition_key: INSERT, SELECT, UPDATE to xinqiao_app
petition_look: DELETE, INSERT, SELECT to xinqiao_work
petition_look: INSERT, SELECT to xinqiao_app
petition_organ: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
petition_organ: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
petition_organ: SELECT to xinqiao_search
petition_recount: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
petition_recount: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
petition_sight: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
petition_sight: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
pilot: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
pilot: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
proposal: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
proposal: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
proposal_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
proposal_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
proposal_link: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
proposal_link: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
proposal_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
proposal_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
proposal_recipient: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
proposal_recipient: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
reading: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
reading: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
reading_act: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
reading_act: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
reading_instruction: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
reading_instruction: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
reading_look: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
reading_look: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
reading_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
reading_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
reception: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
reception: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
reception_entry: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
reception_entry: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
reception_leader: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
reception_leader: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
reception_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
reception_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
recount_moved: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
recount_moved: SELECT to xinqiao_app
recount_run: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
recount_run: SELECT to xinqiao_app
referral: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
referral: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
referral_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
referral_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
referral_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
referral_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
register_log: INSERT, SELECT, UPDATE to xinqiao_work
register_log: SELECT to xinqiao_app
regularity_line: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
regularity_line: SELECT to xinqiao_app
regularity_measure: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
regularity_measure: SELECT to xinqiao_app
relief: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
relief: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
relief_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
relief_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
repeat_print: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
repeat_print: SELECT to xinqiao_app
report: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
report: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
report_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
report_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
report_hearer: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
report_hearer: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
report_look: DELETE, INSERT, SELECT to xinqiao_work
report_look: INSERT, SELECT to xinqiao_app
responsibility: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
responsibility: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
screening: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
screening: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
screening_area: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
screening_area: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
screening_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
screening_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
screening_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
screening_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
screening_place: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
screening_place: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
sealed: DELETE, INSERT, SELECT to xinqiao_work
sealed: INSERT, SELECT to xinqiao_app
search_row: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
search_row: SELECT to xinqiao_search
secondment: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
secondment: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
secondment_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
secondment_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
secondment_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
secondment_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
session: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
session: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
suggested_choice: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
suggested_model: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
suggested_model: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
suggestion: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
suggestion: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
suggestion_change: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
suggestion_change: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
supervision_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
supervision_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
supervision_finding: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
supervision_finding: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
supervision_matter: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
supervision_matter: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
supervision_order: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
supervision_order: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
supervision_order_organ: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
supervision_order_organ: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
supervision_organ: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
supervision_organ: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
supervision_referral: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
supervision_referral: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
task: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
task: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
task_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
task_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
task_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
task_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
task_petition: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
task_petition: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
theme: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
theme: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
theme_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
theme_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
theme_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
theme_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
topic: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
topic: SELECT to xinqiao_app
topic_line: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
topic_petition: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
topic_petition: SELECT to xinqiao_app
topic_run: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
topic_run: SELECT to xinqiao_app
topic_sign: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
topic_word: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
trend_count: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
trend_count: SELECT to xinqiao_app
trend_line: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
trend_line: SELECT to xinqiao_app
trend_margin: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
trend_margin: SELECT to xinqiao_app
visit: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
visit: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
visit_case: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
visit_case: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
visit_leader: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
visit_leader: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
visit_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
visit_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
warning: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
warning: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
warning_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
warning_clock: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
warning_count: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
warning_count: SELECT to xinqiao_app
warning_line: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
warning_line: SELECT to xinqiao_app
warning_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
warning_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
warning_run: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
warning_run: SELECT to xinqiao_app
working_group: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
working_group: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
working_group_case: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
working_group_case: DELETE, INSERT, SELECT, UPDATE to xinqiao_work
working_group_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_app
working_group_party: DELETE, INSERT, SELECT, UPDATE to xinqiao_work

-- functions
lies_open(text[],text[],text[],text[]) CREATE OR REPLACE FUNCTION public.lies_open(kept_from text[], officials text[], barred_by text[], answers_to text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (((kept_from = '{}'::text[]) OR (NOT (kept_from && barred_by))) AND ((officials = '{}'::text[]) OR (NOT (officials && answers_to)))) 
lies_open(text[],text[],text[],text[],text[],text[]) CREATE OR REPLACE FUNCTION public.lies_open(kept_from text[], officials text[], recused text[], barred_by text[], answers_to text[], accounts text[]) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN (((kept_from = '{}'::text[]) OR (NOT (kept_from && barred_by))) AND ((officials = '{}'::text[]) OR (NOT (officials && answers_to))) AND ((recused = '{}'::text[]) OR (NOT (recused && accounts)))) 
search_petitions(integer[],jsonb,integer[],integer[],text[],date,date,integer,date,text,integer,integer) CREATE OR REPLACE FUNCTION public.search_petitions(sought integer[], units jsonb, marked integer[], months integer[], stages text[], from_day date, until_day date, after_score integer, after_day date, after_number text, page integer, most integer) RETURNS TABLE(stream_id text, score integer, registered_on date, counted integer, is_more boolean) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path TO 'public', 'pg_temp' SET enable_seqscan TO 'off' SET enable_hashjoin TO 'off' SET enable_mergejoin TO 'off' AS $function$ #variable_conflict use_column declare looked constant int := 20000; viewer constant text := viewer_organ(); at_once constant int := most + 1 + looked / 20; at int := 1; width int := 1; theirs text[]; seen int := 0; raw int; hits text[] := '{}'; more boolean := false; begin if viewer is null or cardinality(sought) = 0 then return; end if; if from_day is null and until_day is null then select array_agg(r.stream_id), count(*) into theirs, raw from ( select stream_id from search_row where words @> sought and marks @> marked limit most * 2) as r; if raw < most * 2 then select array_agg(r.stream_id order by r.registered_on desc, r.stream_id desc) into hits from search_row r where r.stream_id = any (theirs) and exists (select from petition_organ o where o.stream_id = r.stream_id and o.organ = viewer and o.seal <> 'accusation' and (stages is null or o.stage = any (stages)) offset 0); hits := coalesce(hits, '{}'); end if; end if; if from_day is not null or until_day is not null or raw >= most * 2 then while at <= cardinality(months) loop select array_agg(hit.stream_id order by hit.registered_on desc, hit.stream_id desc) filter (where hit.is_theirs), count(*) into theirs, raw from ( select r.stream_id, r.registered_on, exists (select from petition_organ o where o.stream_id = r.stream_id and o.organ = viewer and o.seal <> 'accusation' and (stages is null or o.stage = any (stages)) offset 0) as is_theirs from (select r.stream_id, r.registered_on from search_row r where r.words @> sought and r.marks @> marked and r.marks && months[at:at + width - 1] and (from_day is null or r.registered_on >= from_day) and (until_day is null or r.registered_on <= until_day) order by r.registered_on desc, r.stream_id desc limit at_once) as r) as hit; if raw = at_once and width > 1 then width := 1; continue; end if; hits := hits || coalesce(theirs, '{}'); seen := seen + raw; exit when cardinality(hits) > most or seen > looked; at := at + width; if raw < at_once / 4 then width := width * 2; end if; end loop; more := seen > looked; end if; more := more or cardinality(hits) > most; hits := hits[1:most]; return query with unit as materialized (select title, word from jsonb_to_recordset(units) as each (title int[], word int[])), ranked as ( select r.stream_id, (select sum(1 + 4 * (r.words @> unit.title)::int + (r.words @> unit.word)::int)::int from unit) as score, r.registered_on from unnest(hits) as one (number) cross join lateral (select * from search_row r where r.stream_id = one.number offset 0) as r) select ranked.stream_id, ranked.score, ranked.registered_on, cardinality(hits), more from ranked where after_score is null or (ranked.score, ranked.registered_on, ranked.stream_id) < (after_score, after_day, after_number) order by 2 desc, 3 desc, 1 desc limit page; end $function$ 
topic_line_gone() CREATE OR REPLACE FUNCTION public.topic_line_gone() RETURNS trigger LANGUAGE plpgsql AS $function$ begin update topic_word set n = n - 1, letters = case when n - 1 < 3 then null else letters end where sign in (select unnest(old.cities || old.districts || old.towns || old.spots || old.groups || old.title || old.matter || old.place)); update topic t set messages = messages - 1, is_stale = true from topic_petition p where p.stream_id = old.stream_id and t.topic = p.topic; delete from topic_petition where stream_id = old.stream_id; return null; end $function$ 
viewer_account() CREATE OR REPLACE FUNCTION public.viewer_account() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.account'::text, true), ''::text) 
viewer_accounts() CREATE OR REPLACE FUNCTION public.viewer_accounts() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(array_remove((viewer_account() || string_to_array(NULLIF(current_setting('xinqiao.acts_for'::text, true), ''::text), ','::text)), NULL::text), '{}'::text[]) 
viewer_answers_to() CREATE OR REPLACE FUNCTION public.viewer_answers_to() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC WITH held AS ( SELECT account.id, max( CASE account_post.post WHEN 'leader'::text THEN 3 WHEN 'head'::text THEN 2 ELSE 1 END) AS rank FROM (account_post JOIN account USING (stream_id)) WHERE ((account_post.organ = viewer_organ()) AND (account.state = 'open'::text) AND (account_post.runs_from <= viewer_today()) AND ((account_post.runs_until IS NULL) OR (account_post.runs_until >= viewer_today()))) GROUP BY account.id ) SELECT array_agg(above.id) AS array_agg FROM ( SELECT unnest(viewer_accounts()) AS id UNION SELECT held.id FROM held WHERE (held.rank > COALESCE(( SELECT max(held_1.rank) AS max FROM held held_1 WHERE (held_1.id = ANY (viewer_accounts()))), 0)) UNION SELECT account.id FROM ((unnest(viewer_homes()) home(id) JOIN account_post post_at_home ON ((post_at_home.organ = home.id))) JOIN account USING (stream_id)) WHERE ((account.state = 'open'::text) AND (post_at_home.runs_from <= viewer_today()) AND ((post_at_home.runs_until IS NULL) OR (post_at_home.runs_until >= viewer_today())))) above; END 
viewer_barred_by() CREATE OR REPLACE FUNCTION public.viewer_barred_by() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC WITH RECURSIVE line(id) AS ( SELECT unnest(array_remove((viewer_homes() || viewer_organ()), NULL::text)) AS unnest UNION SELECT organ.parent FROM (line JOIN organ ON ((organ.id = line.id))) WHERE (organ.parent IS NOT NULL) ), barring(id) AS ( SELECT line.id FROM line UNION SELECT organ.id FROM (barring barring_1 JOIN organ ON (((organ.state <> 'active'::text) AND (organ.successors ? barring_1.id)))) ) SELECT COALESCE(array_agg(barring.id), '{}'::text[]) AS "coalesce" FROM barring; END 
viewer_call() CREATE OR REPLACE FUNCTION public.viewer_call() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.call'::text, true), ''::text) 
viewer_conference_stream() CREATE OR REPLACE FUNCTION public.viewer_conference_stream() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.conference'::text, true), ''::text) 
viewer_dispute() CREATE OR REPLACE FUNCTION public.viewer_dispute() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.dispute'::text, true), ''::text) 
viewer_exemplary() CREATE OR REPLACE FUNCTION public.viewer_exemplary() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.exemplary'::text, true), ''::text) 
viewer_group() CREATE OR REPLACE FUNCTION public.viewer_group() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.group'::text, true), ''::text) 
viewer_has_opened(text,text) CREATE OR REPLACE FUNCTION public.viewer_has_opened(stream text, seal text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN (EXISTS (SELECT FROM event e WHERE ((e.stream_id = viewer_has_opened.stream) AND (e.version = ANY (viewer_openings())) AND (e.type = 'SealOpened'::text) AND (((e.fact)::jsonb #>> '{by,account}'::text[]) = viewer_account()) AND (((e.fact)::jsonb #>> '{fact,seal}'::text[]) = viewer_has_opened.seal)))) 
viewer_has_opened_proposal(text) CREATE OR REPLACE FUNCTION public.viewer_has_opened_proposal(stream text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN (EXISTS (SELECT FROM event e WHERE ((e.stream_id = viewer_has_opened_proposal.stream) AND (e.version = ANY (viewer_openings())) AND (e.type = ANY (ARRAY['ProposalOpened'::text, 'ProposalDrafted'::text])) AND (((e.fact)::jsonb #>> '{by,account}'::text[]) = viewer_account()) AND ((((e.fact)::jsonb ->> 'on'::text))::date = viewer_today())))) 
viewer_has_sight(text[]) CREATE OR REPLACE FUNCTION public.viewer_has_sight(sights text[]) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN (EXISTS (SELECT FROM unnest(viewer_has_sight.sights) given(sight) WHERE (((split_part(given.sight, ' '::text, 1) = '*'::text) OR (split_part(given.sight, ' '::text, 1) = ANY (viewer_accounts()))) AND ((split_part(given.sight, ' '::text, 2))::date >= viewer_today())))) 
viewer_helping() CREATE OR REPLACE FUNCTION public.viewer_helping() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.helping'::text, true), ''::text) 
viewer_homes() CREATE OR REPLACE FUNCTION public.viewer_homes() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC WITH RECURSIVE home(id) AS ( SELECT held.seconded_from FROM (account JOIN account_post held USING (stream_id)) WHERE ((account.id = ANY (viewer_accounts())) AND (held.seconded_from IS NOT NULL) AND (held.seconded_from <> viewer_organ()) AND (held.runs_from <= viewer_today()) AND ((held.runs_until IS NULL) OR (held.runs_until >= viewer_today()))) UNION SELECT heir.id FROM ((home home_1 JOIN organ ON ((organ.id = home_1.id))) CROSS JOIN LATERAL jsonb_array_elements_text(organ.successors) heir(id)) ) SELECT COALESCE(array_agg(home.id), '{}'::text[]) AS "coalesce" FROM home; END 
viewer_intake() CREATE OR REPLACE FUNCTION public.viewer_intake() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.intake'::text, true), ''::text) 
viewer_is_competent() CREATE OR REPLACE FUNCTION public.viewer_is_competent() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN (EXISTS (SELECT FROM organ WHERE ((organ.id = viewer_organ()) AND (organ.kind = ANY (ARRAY['discipline'::text, 'procuratorate'::text, 'police'::text, 'party'::text]))))) 
viewer_is_entrusted() CREATE OR REPLACE FUNCTION public.viewer_is_entrusted() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN (EXISTS (SELECT FROM (account_post JOIN account USING (stream_id)) WHERE ((account.id = ANY (viewer_accounts())) AND (account.state = 'open'::text) AND (account_post.organ = viewer_organ()) AND (account_post.runs_from <= viewer_today()) AND ((account_post.runs_until IS NULL) OR (account_post.runs_until >= viewer_today())) AND ((account_post.post = ANY (ARRAY['head'::text, 'supervisor'::text])) OR ((account_post.post = 'clerk'::text) AND (EXISTS (SELECT FROM organ WHERE ((organ.id = viewer_organ()) AND (organ.kind = 'discipline'::text))))))))) 
viewer_leads() CREATE OR REPLACE FUNCTION public.viewer_leads() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN (EXISTS (SELECT FROM (account JOIN account_post USING (stream_id)) WHERE ((account.id = ANY (viewer_accounts())) AND (account.state = 'open'::text) AND (account_post.organ = viewer_organ()) AND (account_post.post = ANY (ARRAY['head'::text, 'leader'::text])) AND (account_post.runs_from <= viewer_today()) AND ((account_post.runs_until IS NULL) OR (account_post.runs_until >= viewer_today()))))) 
viewer_leads_under() CREATE OR REPLACE FUNCTION public.viewer_leads_under() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC WITH RECURSIVE line(id) AS ( SELECT account_post.organ FROM (account_post JOIN account USING (stream_id)) WHERE ((account.id = viewer_account()) AND (account.state = 'open'::text) AND (account_post.post = ANY (ARRAY['head'::text, 'leader'::text])) AND (account_post.runs_from <= viewer_today()) AND ((account_post.runs_until IS NULL) OR (account_post.runs_until >= viewer_today()))) UNION SELECT organ.parent FROM (line JOIN organ ON ((organ.id = line.id))) WHERE (organ.parent IS NOT NULL) ), barring(id) AS ( SELECT line.id FROM line UNION SELECT organ.id FROM (barring barring_1 JOIN organ ON (((organ.state <> 'active'::text) AND (organ.successors ? barring_1.id)))) ) SELECT COALESCE(array_agg(barring.id), '{}'::text[]) AS "coalesce" FROM barring; END 
viewer_ledger_region() CREATE OR REPLACE FUNCTION public.viewer_ledger_region() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN (SELECT CASE WHEN (own.region = '00'::text) THEN ''::text ELSE own.region END AS region FROM organ own WHERE ((own.id = viewer_organ()) AND (own.kind = ANY (ARRAY['bureau'::text, 'government'::text, 'party'::text, 'conference'::text, 'township'::text, 'village'::text, 'mediationCentre'::text])))) 
viewer_lies_in_area_of(text) CREATE OR REPLACE FUNCTION public.viewer_lies_in_area_of(keeper text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN (EXISTS (SELECT FROM organ own, organ k WHERE ((own.id = viewer_organ()) AND (k.id = viewer_lies_in_area_of.keeper) AND ((own.id = k.id) OR (k.region = '00'::text) OR starts_with(own.region, k.region))))) 
viewer_looks_over(text) CREATE OR REPLACE FUNCTION public.viewer_looks_over(concerned text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN ((concerned = viewer_organ()) OR (EXISTS (SELECT FROM organ own, organ other WHERE ((own.id = viewer_organ()) AND (other.id = viewer_looks_over.concerned) AND ((other.parent = own.id) OR ((own.kind = ANY (ARRAY['bureau'::text, 'government'::text, 'party'::text, 'conference'::text, 'discipline'::text, 'township'::text])) AND ((own.region = '00'::text) OR starts_with(other.region, own.region)))))))) 
viewer_mediation() CREATE OR REPLACE FUNCTION public.viewer_mediation() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.mediation'::text, true), ''::text) 
viewer_mediation_reference() CREATE OR REPLACE FUNCTION public.viewer_mediation_reference() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.mediation_reference'::text, true), ''::text) 
viewer_openings() CREATE OR REPLACE FUNCTION public.viewer_openings() RETURNS integer[] LANGUAGE sql STABLE PARALLEL SAFE RETURN (string_to_array(COALESCE(current_setting('xinqiao.openings'::text, true), ''::text), ','::text))::integer[] 
viewer_organ() CREATE OR REPLACE FUNCTION public.viewer_organ() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.organ'::text, true), ''::text) 
viewer_overseen() CREATE OR REPLACE FUNCTION public.viewer_overseen() RETURNS text[] LANGUAGE sql STABLE PARALLEL SAFE BEGIN ATOMIC WITH RECURSIVE line(id, upper) AS ( SELECT organ.id, organ.parent FROM organ WHERE (organ.parent IS NOT NULL) UNION ALL SELECT organ.id, organ.lead_by FROM organ WHERE (organ.lead_by IS NOT NULL) ), below(id) AS ( SELECT viewer_organ() AS viewer_organ WHERE (viewer_organ() IS NOT NULL) UNION SELECT line.id FROM (below JOIN line ON ((line.upper = below.id))) ), seat(region) AS ( SELECT organ.region FROM organ WHERE ((organ.id = viewer_organ()) AND (organ.kind = ANY (ARRAY['bureau'::text, 'government'::text, 'party'::text, 'conference'::text]))) ) SELECT COALESCE(array_agg(overseen.id), '{}'::text[]) AS "coalesce" FROM ( SELECT below.id FROM below UNION SELECT organ.id FROM organ, seat WHERE ((seat.region = '00'::text) OR starts_with(organ.region, seat.region))) overseen; END 
viewer_ownership() CREATE OR REPLACE FUNCTION public.viewer_ownership() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.ownership'::text, true), ''::text) 
viewer_person() CREATE OR REPLACE FUNCTION public.viewer_person() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.person'::text, true), ''::text) 
viewer_petition() CREATE OR REPLACE FUNCTION public.viewer_petition() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.petition'::text, true), ''::text) 
viewer_pilot() CREATE OR REPLACE FUNCTION public.viewer_pilot() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.pilot'::text, true), ''::text) 
viewer_place() CREATE OR REPLACE FUNCTION public.viewer_place() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN (SELECT CASE organ.region WHEN '00'::text THEN ''::text ELSE organ.region END AS region FROM organ WHERE ((organ.id = viewer_organ()) AND (organ.kind = ANY (ARRAY['bureau'::text, 'government'::text, 'party'::text, 'conference'::text])))) 
viewer_proposal() CREATE OR REPLACE FUNCTION public.viewer_proposal() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.proposal'::text, true), ''::text) 
viewer_reading() CREATE OR REPLACE FUNCTION public.viewer_reading() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.reading'::text, true), ''::text) 
viewer_reception() CREATE OR REPLACE FUNCTION public.viewer_reception() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.reception'::text, true), ''::text) 
viewer_referral() CREATE OR REPLACE FUNCTION public.viewer_referral() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.referral'::text, true), ''::text) 
viewer_region() CREATE OR REPLACE FUNCTION public.viewer_region() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN (SELECT CASE WHEN (organ.region = '00'::text) THEN ''::text ELSE organ.region END AS region FROM organ WHERE (organ.id = viewer_organ())) 
viewer_relief() CREATE OR REPLACE FUNCTION public.viewer_relief() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.relief'::text, true), ''::text) 
viewer_roster() CREATE OR REPLACE FUNCTION public.viewer_roster() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.roster'::text, true), ''::text) 
viewer_screening() CREATE OR REPLACE FUNCTION public.viewer_screening() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.screening'::text, true), ''::text) 
viewer_secondment() CREATE OR REPLACE FUNCTION public.viewer_secondment() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.secondment'::text, true), ''::text) 
viewer_shares_area_with(text) CREATE OR REPLACE FUNCTION public.viewer_shares_area_with(keeper text) RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE RETURN (EXISTS (SELECT FROM organ own, organ k WHERE ((own.id = viewer_organ()) AND (k.id = viewer_shares_area_with.keeper) AND ((own.region = '00'::text) OR (k.region = '00'::text) OR starts_with(own.region, k.region) OR starts_with(k.region, own.region))))) 
viewer_suggestion() CREATE OR REPLACE FUNCTION public.viewer_suggestion() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.suggestion'::text, true), ''::text) 
viewer_task() CREATE OR REPLACE FUNCTION public.viewer_task() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.task'::text, true), ''::text) 
viewer_theme() CREATE OR REPLACE FUNCTION public.viewer_theme() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.theme'::text, true), ''::text) 
viewer_today() CREATE OR REPLACE FUNCTION public.viewer_today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE RETURN COALESCE((NULLIF(current_setting('xinqiao.today'::text, true), ''::text))::date, CURRENT_DATE) 
viewer_training() CREATE OR REPLACE FUNCTION public.viewer_training() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.training'::text, true), ''::text) 
viewer_visit() CREATE OR REPLACE FUNCTION public.viewer_visit() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.visit'::text, true), ''::text) 
viewer_warning() CREATE OR REPLACE FUNCTION public.viewer_warning() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE RETURN NULLIF(current_setting('xinqiao.warning'::text, true), ''::text) 

-- policies
announcement: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
announcement: house permissive for all to xinqiao_work using true with check true
announcement: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
announcement: seen permissive for select to xinqiao_app using true
announcement: written permissive for insert to xinqiao_app with check (stream_id = viewer_petition())
answer_check: house permissive for all to xinqiao_work using true with check true
answer_check: seen permissive for select to xinqiao_app using ((( SELECT viewer_organ() AS viewer_organ) IS NOT NULL) AND (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = answer_check.stream_id) OFFSET 0)))
answer_count: house permissive for all to xinqiao_work using true with check true
answer_count: seen permissive for select to xinqiao_app using (reader = ( SELECT viewer_organ() AS viewer_organ))
answer_line: house permissive for all to xinqiao_work using true with check true
answer_line: seen permissive for select to xinqiao_app using ((reader = ( SELECT viewer_organ() AS viewer_organ)) AND ((NOT is_kept) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = answer_line.stream_id) OFFSET 0))))
answer_print: house permissive for all to xinqiao_work using true with check true
assessment_case: assessment_case_seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM letter_part p WHERE (p.stream_id = assessment_case.stream_id) OFFSET 0)) with check (EXISTS ( SELECT FROM letter_part p WHERE (p.stream_id = assessment_case.stream_id) OFFSET 0))
assessment_case: assessment_case_work permissive for all to xinqiao_work using true with check true
assessment_count: house permissive for all to xinqiao_work using true with check true
assessment_count: seen permissive for select to xinqiao_app using (organ = ANY (( SELECT viewer_overseen() AS viewer_overseen)::text[]))
assessment_figure: assessment_figure_circulated permissive for select to xinqiao_app using ((audience = 'alike'::text) AND (EXISTS ( SELECT FROM letter_part p WHERE ((p.part = 'lower'::text) AND (p.upper = assessment_figure.upper) AND (p.year = assessment_figure.year) AND (p.likeness = assessment_figure.likeness)) OFFSET 0)))
assessment_figure: assessment_figure_seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM letter_part p WHERE (p.stream_id = assessment_figure.stream_id) OFFSET 0)) with check starts_with(stream_id, 'letter:'::text)
assessment_figure: assessment_figure_work permissive for all to xinqiao_work using true with check true
assessment_line: house permissive for all to xinqiao_work using true with check true
assessment_line: seen permissive for select to xinqiao_app using (EXISTS ( SELECT FROM event e WHERE ((e.stream_id = assessment_line.stream_id) AND (e.version = 1)) OFFSET 0))
blind_index: dispute_seen permissive for select to xinqiao_app using (starts_with(stream_id, 'dispute:'::text) AND (EXISTS ( SELECT FROM dispute_line l WHERE (l.stream_id = blind_index.stream_id) OFFSET 0)))
blind_index: house permissive for all to xinqiao_work using true with check true
blind_index: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE ((o.stream_id = blind_index.stream_id) AND o.is_part AND CASE o.seal WHEN 'none'::text THEN true WHEN 'identity'::text THEN (EXISTS ( SELECT FROM petition p WHERE ((p.stream_id = o.stream_id) AND (p.registrar = o.organ)) OFFSET 0)) ELSE viewer_is_competent() END) OFFSET 0)))
blind_index: written permissive for insert to xinqiao_app with check ((stream_id = viewer_petition()) OR (stream_id ~~ '%:%'::text))
booking: changed permissive for update to xinqiao_app using (stream_id = viewer_reception())
booking: house permissive for all to xinqiao_work using true with check true
booking: removed permissive for delete to xinqiao_app using (stream_id = viewer_reception())
booking: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_reception() AS viewer_reception)) OR (EXISTS ( SELECT FROM booking_party p WHERE (p.stream_id = booking.stream_id) OFFSET 0)))
booking: written permissive for insert to xinqiao_app with check (stream_id = viewer_reception())
booking_key: changed permissive for update to xinqiao_app using (stream_id = viewer_reception())
booking_key: house permissive for all to xinqiao_work using true with check true
booking_key: removed permissive for delete to xinqiao_app using (stream_id = viewer_reception())
booking_key: seen permissive for select to xinqiao_app using (stream_id = ( SELECT viewer_reception() AS viewer_reception))
booking_key: written permissive for insert to xinqiao_app with check (stream_id = viewer_reception())
booking_party: changed permissive for update to xinqiao_app using (stream_id = viewer_reception())
booking_party: house permissive for all to xinqiao_work using true with check true
booking_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
booking_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_reception())
booking_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_reception() AS viewer_reception)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))))
booking_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_reception())
bulletin: changed permissive for update to xinqiao_app using (organ = viewer_organ()) with check (organ = viewer_organ())
bulletin: house permissive for all to xinqiao_work using true with check true
bulletin: seen permissive for select to xinqiao_app using  CASE WHEN (organ = ( SELECT viewer_organ() AS viewer_organ)) THEN lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to)) ELSE (EXISTS ( SELECT FROM bulletin_recipient r WHERE (r.stream_id = bulletin.stream_id) OFFSET 0)) END
bulletin: written permissive for insert to xinqiao_app with check (organ = viewer_organ())
bulletin_recipient: house permissive for all to xinqiao_work using true with check true
bulletin_recipient: seen permissive for select to xinqiao_app using ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to)))
bulletin_recipient: written permissive for insert to xinqiao_app with check (organ <> ALL (kept_from))
call: changed permissive for update to xinqiao_app using ((organ = viewer_organ()) AND (stream_id = viewer_call()))
call: house permissive for all to xinqiao_work using true with check true
call: seen permissive for select to xinqiao_app using ((organ = ( SELECT viewer_organ() AS viewer_organ)) OR (published_on IS NOT NULL))
call: written permissive for insert to xinqiao_app with check ((organ = viewer_organ()) AND (stream_id = viewer_call()))
committee: changed permissive for update to xinqiao_app using (stream_id = viewer_roster())
committee: house permissive for all to xinqiao_work using true with check true
committee: removed permissive for delete to xinqiao_app using (stream_id = viewer_roster())
committee: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_roster() AS viewer_roster)) OR viewer_shares_area_with(keeper))
committee: written permissive for insert to xinqiao_app with check (stream_id = viewer_roster())
conference_item: changed permissive for update to xinqiao_app using (stream_id = viewer_conference_stream())
conference_item: house permissive for all to xinqiao_work using true with check true
conference_item: removed permissive for delete to xinqiao_app using (stream_id = viewer_conference_stream())
conference_item: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_conference_stream() AS viewer_conference_stream)) OR (EXISTS ( SELECT FROM conference_item_party p WHERE (p.stream_id = conference_item.stream_id) OFFSET 0)))
conference_item: written permissive for insert to xinqiao_app with check (stream_id = viewer_conference_stream())
conference_item_link: changed permissive for update to xinqiao_app using (stream_id = viewer_conference_stream())
conference_item_link: house permissive for all to xinqiao_work using true with check true
conference_item_link: removed permissive for delete to xinqiao_app using (stream_id = viewer_conference_stream())
conference_item_link: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_conference_stream() AS viewer_conference_stream)) OR (EXISTS ( SELECT FROM conference_item_party p WHERE (p.stream_id = conference_item_link.stream_id) OFFSET 0)))
conference_item_link: written permissive for insert to xinqiao_app with check (stream_id = viewer_conference_stream())
conference_item_party: changed permissive for update to xinqiao_app using (stream_id = viewer_conference_stream())
conference_item_party: house permissive for all to xinqiao_work using true with check true
conference_item_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
conference_item_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_conference_stream())
conference_item_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_conference_stream() AS viewer_conference_stream)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND ((accounts IS NULL) OR (accounts && ( SELECT viewer_accounts() AS viewer_accounts))) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))))
conference_item_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_conference_stream())
conference_seat: changed permissive for update to xinqiao_app using (stream_id = viewer_conference_stream())
conference_seat: house permissive for all to xinqiao_work using true with check true
conference_seat: removed permissive for delete to xinqiao_app using (stream_id = viewer_conference_stream())
conference_seat: seen permissive for select to xinqiao_app using (( SELECT viewer_organ() AS viewer_organ) IS NOT NULL)
conference_seat: written permissive for insert to xinqiao_app with check (stream_id = viewer_conference_stream())
course: changed permissive for update to xinqiao_app using (stream_id = viewer_training())
course: house permissive for all to xinqiao_work using true with check true
course: removed permissive for delete to xinqiao_app using (stream_id = viewer_training())
course: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_training() AS viewer_training)) OR (EXISTS ( SELECT FROM course_party p WHERE (p.stream_id = course.stream_id) OFFSET 0)))
course: written permissive for insert to xinqiao_app with check (stream_id = viewer_training())
course_party: changed permissive for update to xinqiao_app using (stream_id = viewer_training())
course_party: house permissive for all to xinqiao_work using true with check true
course_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_training())
course_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_training() AS viewer_training)) OR (organ = ( SELECT viewer_organ() AS viewer_organ)))
course_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_training())
course_piece: changed permissive for update to xinqiao_app using (stream_id = viewer_training())
course_piece: house permissive for all to xinqiao_work using true with check true
course_piece: removed permissive for delete to xinqiao_app using (stream_id = viewer_training())
course_piece: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_training() AS viewer_training)) OR (EXISTS ( SELECT FROM course_party p WHERE (p.stream_id = course_piece.stream_id) OFFSET 0)))
course_piece: written permissive for insert to xinqiao_app with check (stream_id = viewer_training())
dispute: changed permissive for update to xinqiao_app using (stream_id = viewer_dispute())
dispute: house permissive for all to xinqiao_work using true with check true
dispute: removed permissive for delete to xinqiao_app using (stream_id = viewer_dispute())
dispute: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_dispute() AS viewer_dispute)) OR (EXISTS ( SELECT FROM dispute_party p WHERE (p.stream_id = dispute.stream_id) OFFSET 0)))
dispute: written permissive for insert to xinqiao_app with check (stream_id = viewer_dispute())
dispute_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_dispute())
dispute_clock: house permissive for all to xinqiao_work using true with check true
dispute_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_dispute())
dispute_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_dispute() AS viewer_dispute)) OR (EXISTS ( SELECT FROM dispute_party p WHERE (p.stream_id = dispute_clock.stream_id) OFFSET 0)))
dispute_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_dispute())
dispute_line: changed permissive for update to xinqiao_app using (stream_id = viewer_dispute())
dispute_line: house permissive for all to xinqiao_work using true with check true
dispute_line: removed permissive for delete to xinqiao_app using (stream_id = viewer_dispute())
dispute_line: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_dispute() AS viewer_dispute)) OR ((starts_with(region, ( SELECT viewer_ledger_region() AS viewer_ledger_region)) OR (EXISTS ( SELECT FROM dispute_party p WHERE (p.stream_id = dispute_line.stream_id) OFFSET 0))) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))))
dispute_line: written permissive for insert to xinqiao_app with check (stream_id = viewer_dispute())
dispute_party: changed permissive for update to xinqiao_app using (stream_id = viewer_dispute())
dispute_party: house permissive for all to xinqiao_work using true with check true
dispute_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
dispute_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_dispute())
dispute_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_dispute() AS viewer_dispute)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))))
dispute_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_dispute())
dispute_petition: changed permissive for update to xinqiao_app using (stream_id = viewer_dispute())
dispute_petition: house permissive for all to xinqiao_work using true with check true
dispute_petition: removed permissive for delete to xinqiao_app using (stream_id = viewer_dispute())
dispute_petition: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_dispute() AS viewer_dispute)) OR (EXISTS ( SELECT FROM dispute_party p WHERE (p.stream_id = dispute_petition.stream_id) OFFSET 0)))
dispute_petition: written permissive for insert to xinqiao_app with check (stream_id = viewer_dispute())
engagement: changed permissive for update to xinqiao_app using (stream_id = viewer_helping())
engagement: house permissive for all to xinqiao_work using true with check true
engagement: removed permissive for delete to xinqiao_app using (stream_id = viewer_helping())
engagement: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_helping() AS viewer_helping)) OR (petition = ( SELECT viewer_petition() AS viewer_petition)) OR ((inviter = ( SELECT viewer_organ() AS viewer_organ)) AND (EXISTS ( SELECT FROM petition_organ o WHERE ((o.stream_id = engagement.petition) AND (o.organ = engagement.inviter)) OFFSET 0)) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))))
engagement: seen_beside permissive for select to xinqiao_app using ((inviter = ( SELECT viewer_organ() AS viewer_organ)) AND (((screening IS NOT NULL) AND (EXISTS ( SELECT FROM screening s WHERE (s.stream_id = engagement.screening) OFFSET 0))) OR ((mediation IS NOT NULL) AND (EXISTS ( SELECT FROM mediation_party p WHERE ((p.stream_id = engagement.mediation) AND (p.organ = engagement.inviter)) OFFSET 0)))) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to)))
engagement: written permissive for insert to xinqiao_app with check (stream_id = viewer_helping())
engagement_key: changed permissive for update to xinqiao_app using (stream_id = viewer_helping())
engagement_key: house permissive for all to xinqiao_work using true with check true
engagement_key: removed permissive for delete to xinqiao_app using (stream_id = viewer_helping())
engagement_key: seen permissive for select to xinqiao_app using (stream_id = ( SELECT viewer_helping() AS viewer_helping))
engagement_key: written permissive for insert to xinqiao_app with check (stream_id = viewer_helping())
enrolment: changed permissive for update to xinqiao_app using (stream_id = viewer_training())
enrolment: house permissive for all to xinqiao_work using true with check true
enrolment: removed permissive for delete to xinqiao_app using (stream_id = viewer_training())
enrolment: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_training() AS viewer_training)) OR (EXISTS ( SELECT FROM enrolment_party p WHERE (p.stream_id = enrolment.stream_id) OFFSET 0)))
enrolment: written permissive for insert to xinqiao_app with check (stream_id = viewer_training())
enrolment_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_training())
enrolment_clock: house permissive for all to xinqiao_work using true with check true
enrolment_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_training())
enrolment_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_training() AS viewer_training)) OR (EXISTS ( SELECT FROM enrolment_party p WHERE (p.stream_id = enrolment_clock.stream_id) OFFSET 0)))
enrolment_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_training())
enrolment_party: changed permissive for update to xinqiao_app using (stream_id = viewer_training())
enrolment_party: house permissive for all to xinqiao_work using true with check true
enrolment_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_training())
enrolment_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_training() AS viewer_training)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND (( SELECT viewer_leads() AS viewer_leads) OR (is_home AND (account = ( SELECT viewer_account() AS viewer_account))) OR (teacher = ( SELECT viewer_account() AS viewer_account)))))
enrolment_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_training())
erasure: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
erasure: house permissive for all to xinqiao_work using true with check true
erasure: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
erasure: seen permissive for select to xinqiao_app using ((approved_on IS NOT NULL) OR (stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (starts_with(stream_id, 'erasing:'::text) AND ((organ = ( SELECT viewer_organ() AS viewer_organ)) OR (approver = ( SELECT viewer_organ() AS viewer_organ)))) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = erasure.stream_id) OFFSET 0)))
erasure: written permissive for insert to xinqiao_app with check (stream_id = viewer_petition())
establishment_allotment: changed permissive for update to xinqiao_app using viewer_looks_over(organ)
establishment_allotment: house permissive for all to xinqiao_work using true with check true
establishment_allotment: seen permissive for select to xinqiao_app using viewer_looks_over(organ)
establishment_allotment: written permissive for insert to xinqiao_app with check (viewer_looks_over(organ) AND (stream_id = ('establishment:'::text || organ)))
event: booking_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'booking:'::text)) OR (stream_id = ( SELECT viewer_reception() AS viewer_reception)) OR (EXISTS ( SELECT FROM booking_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: bulletin_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'bulletin:'::text)) OR (EXISTS ( SELECT FROM bulletin b WHERE ((b.stream_id = event.stream_id) AND (b.organ = viewer_organ())) OFFSET 0)) OR ((type = 'BulletinIssued'::text) AND (EXISTS ( SELECT FROM bulletin_recipient r WHERE (r.stream_id = event.stream_id) OFFSET 0))))
event: call_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'call:'::text)) OR (EXISTS ( SELECT FROM call c WHERE ((c.stream_id = event.stream_id) AND (c.organ = viewer_organ())) OFFSET 0)))
event: call_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'call:'::text)) OR (stream_id = viewer_call()))
event: committee_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'committee:'::text)) OR (stream_id = ( SELECT viewer_roster() AS viewer_roster)) OR (EXISTS ( SELECT FROM committee c WHERE ((c.stream_id = event.stream_id) AND (c.keeper = ( SELECT viewer_organ() AS viewer_organ))) OFFSET 0)))
event: committee_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'committee:'::text)) OR (stream_id = viewer_roster()))
event: conference_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'conference:'::text)) OR (( SELECT viewer_organ() AS viewer_organ) IS NOT NULL))
event: conference_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'conference:'::text)) OR (stream_id = viewer_conference_stream()))
event: course_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'course:'::text)) OR (stream_id = ( SELECT viewer_training() AS viewer_training)) OR (EXISTS ( SELECT FROM course_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: course_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'course:'::text)) OR (stream_id = viewer_training()))
event: dispute_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'dispute:'::text)) OR (stream_id = ( SELECT viewer_dispute() AS viewer_dispute)) OR (EXISTS ( SELECT FROM dispute_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: dispute_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'dispute:'::text)) OR (stream_id = viewer_dispute()))
event: engagement_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'engagement:'::text)) OR (stream_id = ( SELECT viewer_helping() AS viewer_helping)) OR (EXISTS ( SELECT FROM engagement g WHERE (g.stream_id = event.stream_id) OFFSET 0)))
event: engagement_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'engagement:'::text)) OR (stream_id = viewer_helping()))
event: enrolment_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'enrolment:'::text)) OR (stream_id = ( SELECT viewer_training() AS viewer_training)) OR (EXISTS ( SELECT FROM enrolment_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: enrolment_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'enrolment:'::text)) OR (stream_id = viewer_training()))
event: erasing_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'erasing:'::text)) OR (stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM erasure e WHERE (e.stream_id = event.stream_id) OFFSET 0)))
event: erasing_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'erasing:'::text)) OR (stream_id = viewer_petition()))
event: establishment_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'establishment:'::text)) OR viewer_looks_over(substr(stream_id, 15)))
event: establishment_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'establishment:'::text)) OR viewer_looks_over(substr(stream_id, 15)))
event: exemplary_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'exemplary:'::text)) OR (stream_id = ( SELECT viewer_exemplary() AS viewer_exemplary)) OR (EXISTS ( SELECT FROM exemplary_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: exemplary_use_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'exemplaryUse:'::text)) OR (stream_id = ( SELECT viewer_exemplary() AS viewer_exemplary)) OR (EXISTS ( SELECT FROM exemplary_use u WHERE (u.stream_id = event.stream_id) OFFSET 0)))
event: exemplary_use_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'exemplaryUse:'::text)) OR (stream_id = viewer_exemplary()))
event: exemplary_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'exemplary:'::text)) OR (stream_id = viewer_exemplary()))
event: group_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'group:'::text)) OR (stream_id = ( SELECT viewer_group() AS viewer_group)) OR (EXISTS ( SELECT FROM working_group_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: group_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'group:'::text)) OR (stream_id = viewer_group()))
event: helper_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'helper:'::text)) OR (stream_id = ( SELECT viewer_helping() AS viewer_helping)) OR (EXISTS ( SELECT FROM helper h WHERE (h.stream_id = event.stream_id) OFFSET 0)))
event: helper_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'helper:'::text)) OR (stream_id = viewer_helping()))
event: house permissive for all to xinqiao_work using true with check true
event: intake_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'intake:'::text)) OR (stream_id = ( SELECT viewer_intake() AS viewer_intake)) OR (EXISTS ( SELECT FROM intake_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: intake_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'intake:'::text)) OR (stream_id = viewer_intake()))
event: item_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'item:'::text)) OR (stream_id = ( SELECT viewer_conference_stream() AS viewer_conference_stream)) OR (EXISTS ( SELECT FROM conference_item_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: item_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'item:'::text)) OR (stream_id = viewer_conference_stream()))
event: letter_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'letter:'::text)) OR (EXISTS ( SELECT FROM letter_part p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: mediation_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'mediation:'::text)) OR (stream_id = ( SELECT viewer_mediation() AS viewer_mediation)) OR (EXISTS ( SELECT FROM mediation_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: mediation_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'mediation:'::text)) OR (stream_id = viewer_mediation()))
event: mediator_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'mediator:'::text)) OR (stream_id = ( SELECT viewer_roster() AS viewer_roster)) OR (EXISTS ( SELECT FROM mediator m WHERE ((m.stream_id = event.stream_id) AND (m.keeper = ( SELECT viewer_organ() AS viewer_organ))) OFFSET 0)))
event: mediator_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'mediator:'::text)) OR (stream_id = viewer_roster()))
event: meeting_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'meeting:'::text)) OR (stream_id = ( SELECT viewer_conference_stream() AS viewer_conference_stream)) OR (EXISTS ( SELECT FROM meeting_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: meeting_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'meeting:'::text)) OR (stream_id = viewer_conference_stream()))
event: numbering_kept restrictive for select to xinqiao_app using (NOT starts_with(stream_id, 'numbering:'::text))
event: numbering_written restrictive for insert to xinqiao_app with check (NOT starts_with(stream_id, 'numbering:'::text))
event: ownership_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'ownership:'::text)) OR (stream_id = ( SELECT viewer_ownership() AS viewer_ownership)) OR (EXISTS ( SELECT FROM ownership_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: ownership_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'ownership:'::text)) OR (stream_id = viewer_ownership()))
event: pilot_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'pilot:'::text)) OR (stream_id = ( SELECT viewer_pilot() AS viewer_pilot)) OR (EXISTS ( SELECT FROM pilot p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: pilot_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'pilot:'::text)) OR (stream_id = viewer_pilot()))
event: proposal_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'proposal:'::text)) OR (stream_id = ( SELECT viewer_proposal() AS viewer_proposal)) OR (EXISTS ( SELECT FROM proposal_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: proposal_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'proposal:'::text)) OR (stream_id = viewer_proposal()))
event: reading_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'reading:'::text)) OR (stream_id = ( SELECT viewer_reading() AS viewer_reading)) OR (EXISTS ( SELECT FROM reading_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: reading_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'reading:'::text)) OR (stream_id = viewer_reading()))
event: reception_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'reception:'::text)) OR (stream_id = ( SELECT viewer_reception() AS viewer_reception)) OR (EXISTS ( SELECT FROM reception r WHERE (r.stream_id = event.stream_id) OFFSET 0)))
event: reception_written restrictive for insert to xinqiao_app with check ((NOT (starts_with(stream_id, 'reception:'::text) OR starts_with(stream_id, 'booking:'::text))) OR (stream_id = viewer_reception()))
event: referral_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'referral:'::text)) OR (stream_id = ( SELECT viewer_referral() AS viewer_referral)) OR (EXISTS ( SELECT FROM referral_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: referral_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'referral:'::text)) OR (stream_id = viewer_referral()))
event: relief_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'relief:'::text)) OR (stream_id = ( SELECT viewer_relief() AS viewer_relief)) OR (EXISTS ( SELECT FROM relief_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: relief_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'relief:'::text)) OR (stream_id = viewer_relief()))
event: report_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'report:'::text)) OR (EXISTS ( SELECT FROM report_hearer h WHERE (h.stream_id = event.stream_id) OFFSET 0)))
event: responsibility_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'responsibility:'::text)) OR viewer_looks_over(substr(stream_id, 16)))
event: screening_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'screening:'::text)) OR (stream_id = ( SELECT viewer_screening() AS viewer_screening)) OR (EXISTS ( SELECT FROM screening s WHERE (s.stream_id = event.stream_id) OFFSET 0)))
event: screening_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'screening:'::text)) OR (stream_id = viewer_screening()))
event: secondment_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'secondment:'::text)) OR (stream_id = ( SELECT viewer_secondment() AS viewer_secondment)) OR (EXISTS ( SELECT FROM secondment_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: secondment_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'secondment:'::text)) OR (stream_id = viewer_secondment()))
event: seen permissive for select to xinqiao_app using ((stream_id ~~ '%:%'::text) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = event.stream_id) OFFSET 0)))
event: suggestion_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'suggestion:'::text)) OR (EXISTS ( SELECT FROM suggestion s WHERE (s.stream_id = event.stream_id) OFFSET 0)))
event: suggestion_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'suggestion:'::text)) OR (stream_id = viewer_suggestion()))
event: supervision_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'supervision:'::text)) OR (EXISTS ( SELECT FROM supervision_organ o WHERE (o.stream_id = event.stream_id) OFFSET 0)))
event: task_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'task:'::text)) OR (stream_id = ( SELECT viewer_task() AS viewer_task)) OR (EXISTS ( SELECT FROM task_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: task_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'task:'::text)) OR (stream_id = viewer_task()))
event: theme_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'theme:'::text)) OR (stream_id = ( SELECT viewer_theme() AS viewer_theme)) OR (EXISTS ( SELECT FROM theme_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: theme_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'theme:'::text)) OR (stream_id = viewer_theme()))
event: visit_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'visit:'::text)) OR (stream_id = ( SELECT viewer_visit() AS viewer_visit)) OR (EXISTS ( SELECT FROM visit_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: visit_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'visit:'::text)) OR (stream_id = viewer_visit()))
event: warning_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'warning:'::text)) OR (stream_id = ( SELECT viewer_warning() AS viewer_warning)) OR (EXISTS ( SELECT FROM warning_party p WHERE (p.stream_id = event.stream_id) OFFSET 0)))
event: warning_written restrictive for insert to xinqiao_app with check ((NOT starts_with(stream_id, 'warning:'::text)) OR (stream_id = viewer_warning()))
event: written permissive for insert to xinqiao_app with check ((stream_id = viewer_petition()) OR (stream_id ~~ '%:%'::text))
exemplary: changed permissive for update to xinqiao_app using (stream_id = viewer_exemplary())
exemplary: house permissive for all to xinqiao_work using true with check true
exemplary: removed permissive for delete to xinqiao_app using (stream_id = viewer_exemplary())
exemplary: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_exemplary() AS viewer_exemplary)) OR ((stage = 'published'::text) AND ((audience = 'public'::text) OR ((audience = 'place'::text) AND starts_with(( SELECT viewer_region() AS viewer_region), place)))) OR (EXISTS ( SELECT FROM exemplary_party p WHERE (p.stream_id = exemplary.stream_id) OFFSET 0)))
exemplary: written permissive for insert to xinqiao_app with check (stream_id = viewer_exemplary())
exemplary_party: changed permissive for update to xinqiao_app using (stream_id = viewer_exemplary())
exemplary_party: house permissive for all to xinqiao_work using true with check true
exemplary_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
exemplary_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_exemplary())
exemplary_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_exemplary() AS viewer_exemplary)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))))
exemplary_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_exemplary())
exemplary_use: changed permissive for update to xinqiao_app using (stream_id = viewer_exemplary())
exemplary_use: house permissive for all to xinqiao_work using true with check true
exemplary_use: removed permissive for delete to xinqiao_app using (stream_id = viewer_exemplary())
exemplary_use: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_exemplary() AS viewer_exemplary)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = exemplary_use.petition) OFFSET 0)))
exemplary_use: written permissive for insert to xinqiao_app with check (stream_id = viewer_exemplary())
fairness_count: house permissive for all to xinqiao_work using true with check true
fairness_count: seen permissive for select to xinqiao_app using viewer_looks_over(organ)
fairness_line: house permissive for all to xinqiao_work using true with check true
fairness_line: seen permissive for select to xinqiao_app using  CASE WHEN (measure = ANY (ARRAY['accountability'::text, 'report'::text])) THEN ((organ <> ( SELECT viewer_organ() AS viewer_organ)) AND (EXISTS ( SELECT FROM event e WHERE ((e.stream_id = fairness_line.stream_id) AND (e.version = 1)) OFFSET 0))) ELSE (viewer_looks_over(organ) AND ((NOT is_kept) OR (EXISTS ( SELECT FROM event e WHERE ((e.stream_id = fairness_line.stream_id) AND (e.version = 1)) OFFSET 0)))) END
figures: house permissive for all to xinqiao_work using true with check true
figures: seen permissive for select to xinqiao_app using true
figures: written permissive for insert to xinqiao_app with check starts_with(stream_id, 'figures:'::text)
file_reference: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
file_reference: dispute_removed permissive for delete to xinqiao_app using (stream_id = viewer_dispute())
file_reference: dispute_seen permissive for select to xinqiao_app using (starts_with(stream_id, 'dispute:'::text) AND (EXISTS ( SELECT FROM dispute_party p WHERE (p.stream_id = file_reference.stream_id) OFFSET 0)))
file_reference: dispute_written permissive for insert to xinqiao_app with check (starts_with(stream_id, 'dispute:'::text) AND (stream_id = viewer_dispute()))
file_reference: house permissive for all to xinqiao_work using true with check true
file_reference: ownership_removed permissive for delete to xinqiao_app using (stream_id = viewer_ownership())
file_reference: ownership_seen permissive for select to xinqiao_app using (starts_with(stream_id, 'ownership:'::text) AND (EXISTS ( SELECT FROM ownership_party p WHERE (p.stream_id = file_reference.stream_id) OFFSET 0)))
file_reference: ownership_written permissive for insert to xinqiao_app with check (stream_id = viewer_ownership())
file_reference: referral_removed permissive for delete to xinqiao_app using (stream_id = viewer_referral())
file_reference: referral_seen permissive for select to xinqiao_app using (starts_with(stream_id, 'referral:'::text) AND (EXISTS ( SELECT FROM referral_party p WHERE (p.stream_id = file_reference.stream_id) OFFSET 0)))
file_reference: referral_written permissive for insert to xinqiao_app with check (starts_with(stream_id, 'referral:'::text) AND (stream_id = viewer_referral()))
file_reference: relief_removed permissive for delete to xinqiao_app using (stream_id = viewer_relief())
file_reference: relief_seen permissive for select to xinqiao_app using (starts_with(stream_id, 'relief:'::text) AND (EXISTS ( SELECT FROM relief_party p WHERE (p.stream_id = file_reference.stream_id) OFFSET 0)))
file_reference: relief_written permissive for insert to xinqiao_app with check (starts_with(stream_id, 'relief:'::text) AND (stream_id = viewer_relief()))
file_reference: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
file_reference: seen permissive for select to xinqiao_app using (stream_id = viewer_petition())
file_reference: supervision_seen permissive for select to xinqiao_app using (starts_with(stream_id, 'supervision:'::text) AND (EXISTS ( SELECT FROM supervision_organ o WHERE (o.stream_id = file_reference.stream_id) OFFSET 0)))
file_reference: supervision_written permissive for insert to xinqiao_app with check starts_with(stream_id, 'supervision:'::text)
file_reference: task_seen permissive for select to xinqiao_app using (starts_with(stream_id, 'task:'::text) AND (EXISTS ( SELECT FROM task_party p WHERE (p.stream_id = file_reference.stream_id) OFFSET 0)))
file_reference: task_written permissive for insert to xinqiao_app with check (starts_with(stream_id, 'task:'::text) AND (stream_id = viewer_task()))
file_reference: visit_seen permissive for select to xinqiao_app using (starts_with(stream_id, 'visit:'::text) AND (EXISTS ( SELECT FROM visit_party p WHERE (p.stream_id = file_reference.stream_id) OFFSET 0)))
file_reference: visit_written permissive for insert to xinqiao_app with check (starts_with(stream_id, 'visit:'::text) AND (stream_id = viewer_visit()))
file_reference: written permissive for insert to xinqiao_app with check (stream_id = viewer_petition())
helper: changed permissive for update to xinqiao_app using (stream_id = viewer_helping())
helper: house permissive for all to xinqiao_work using true with check true
helper: removed permissive for delete to xinqiao_app using (stream_id = viewer_helping())
helper: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_helping() AS viewer_helping)) OR viewer_lies_in_area_of(keeper))
helper: written permissive for insert to xinqiao_app with check (stream_id = viewer_helping())
holiday_notice: house permissive for all to xinqiao_work using true with check true
holiday_notice: seen permissive for select to xinqiao_app using true
holiday_notice: written permissive for insert to xinqiao_app with check starts_with(stream_id, 'calendar:'::text)
intake: changed permissive for update to xinqiao_app using (stream_id = viewer_intake())
intake: house permissive for all to xinqiao_work using true with check true
intake: removed permissive for delete to xinqiao_app using (stream_id = viewer_intake())
intake: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_intake() AS viewer_intake)) OR (EXISTS ( SELECT FROM intake_party p WHERE (p.stream_id = intake.stream_id) OFFSET 0)))
intake: written permissive for insert to xinqiao_app with check (stream_id = viewer_intake())
intake_key: changed permissive for update to xinqiao_app using (stream_id = viewer_intake())
intake_key: house permissive for all to xinqiao_work using true with check true
intake_key: removed permissive for delete to xinqiao_app using (stream_id = viewer_intake())
intake_key: seen permissive for select to xinqiao_app using (stream_id = ( SELECT viewer_intake() AS viewer_intake))
intake_key: written permissive for insert to xinqiao_app with check (stream_id = viewer_intake())
intake_party: changed permissive for update to xinqiao_app using (stream_id = viewer_intake())
intake_party: house permissive for all to xinqiao_work using true with check true
intake_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
intake_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_intake())
intake_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_intake() AS viewer_intake)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, recused, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to), ( SELECT viewer_accounts() AS viewer_accounts))))
intake_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_intake())
leaf: house permissive for all to xinqiao_work using true with check true
leaf: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = leaf.stream_id) OFFSET 0)))
letter: letter_seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM letter_part p WHERE (p.stream_id = letter.stream_id) OFFSET 0)) with check starts_with(stream_id, 'letter:'::text)
letter: letter_work permissive for all to xinqiao_work using true with check true
letter_clock: letter_clock_seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM letter_part p WHERE (p.stream_id = letter_clock.stream_id) OFFSET 0)) with check starts_with(stream_id, 'letter:'::text)
letter_clock: letter_clock_work permissive for all to xinqiao_work using true with check true
letter_part: letter_part_seen permissive for all to xinqiao_app using (organ = ( SELECT viewer_organ() AS viewer_organ)) with check starts_with(stream_id, 'letter:'::text)
letter_part: letter_part_work permissive for all to xinqiao_work using true with check true
listed_matter: house permissive for all to xinqiao_work using true with check true
listed_matter: seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM supervision_organ o WHERE (o.stream_id = listed_matter.stream_id) OFFSET 0)) with check starts_with(stream_id, 'supervision:'::text)
mediation: changed permissive for update to xinqiao_app using (stream_id = viewer_mediation())
mediation: house permissive for all to xinqiao_work using true with check true
mediation: removed permissive for delete to xinqiao_app using (stream_id = viewer_mediation())
mediation: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_mediation() AS viewer_mediation)) OR (EXISTS ( SELECT FROM mediation_party p WHERE (p.stream_id = mediation.stream_id) OFFSET 0)) OR ((petition = ( SELECT viewer_petition() AS viewer_petition)) AND (( SELECT viewer_person() AS viewer_person) = ANY (petitioners))))
mediation: written permissive for insert to xinqiao_app with check (stream_id = viewer_mediation())
mediation_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_mediation())
mediation_clock: house permissive for all to xinqiao_work using true with check true
mediation_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_mediation())
mediation_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_mediation() AS viewer_mediation)) OR (EXISTS ( SELECT FROM mediation_party p WHERE (p.stream_id = mediation_clock.stream_id) OFFSET 0)))
mediation_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_mediation())
mediation_key: changed permissive for update to xinqiao_app using (stream_id = viewer_mediation())
mediation_key: house permissive for all to xinqiao_work using true with check true
mediation_key: removed permissive for delete to xinqiao_app using (stream_id = viewer_mediation())
mediation_key: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_mediation() AS viewer_mediation)) OR (reference = ( SELECT viewer_mediation_reference() AS viewer_mediation_reference)))
mediation_key: written permissive for insert to xinqiao_app with check (stream_id = viewer_mediation())
mediation_party: changed permissive for update to xinqiao_app using (stream_id = viewer_mediation())
mediation_party: house permissive for all to xinqiao_work using true with check true
mediation_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
mediation_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_mediation())
mediation_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_mediation() AS viewer_mediation)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, recused, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to), ( SELECT viewer_accounts() AS viewer_accounts))))
mediation_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_mediation())
mediator: changed permissive for update to xinqiao_app using (stream_id = viewer_roster())
mediator: house permissive for all to xinqiao_work using true with check true
mediator: removed permissive for delete to xinqiao_app using (stream_id = viewer_roster())
mediator: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_roster() AS viewer_roster)) OR viewer_shares_area_with(keeper))
mediator: written permissive for insert to xinqiao_app with check (stream_id = viewer_roster())
meeting: changed permissive for update to xinqiao_app using (stream_id = viewer_conference_stream())
meeting: house permissive for all to xinqiao_work using true with check true
meeting: removed permissive for delete to xinqiao_app using (stream_id = viewer_conference_stream())
meeting: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_conference_stream() AS viewer_conference_stream)) OR (EXISTS ( SELECT FROM meeting_party p WHERE (p.stream_id = meeting.stream_id) OFFSET 0)))
meeting: written permissive for insert to xinqiao_app with check (stream_id = viewer_conference_stream())
meeting_party: changed permissive for update to xinqiao_app using (stream_id = viewer_conference_stream())
meeting_party: house permissive for all to xinqiao_work using true with check true
meeting_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_conference_stream())
meeting_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_conference_stream() AS viewer_conference_stream)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND ((accounts IS NULL) OR (accounts && ( SELECT viewer_accounts() AS viewer_accounts)))))
meeting_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_conference_stream())
notice: house permissive for all to xinqiao_work using true with check true
notice: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = notice.stream_id) OFFSET 0)))
outbox: house permissive for all to xinqiao_work using true with check true
outbox: written permissive for insert to xinqiao_app with check ((stream_id = viewer_petition()) OR (stream_id ~~ '%:%'::text))
ownership: changed permissive for update to xinqiao_app using (stream_id = viewer_ownership())
ownership: house permissive for all to xinqiao_work using true with check true
ownership: removed permissive for delete to xinqiao_app using (stream_id = viewer_ownership())
ownership: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_ownership() AS viewer_ownership)) OR (EXISTS ( SELECT FROM ownership_party p WHERE (p.stream_id = ownership.stream_id) OFFSET 0)))
ownership: written permissive for insert to xinqiao_app with check (stream_id = viewer_ownership())
ownership_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_ownership())
ownership_clock: house permissive for all to xinqiao_work using true with check true
ownership_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_ownership())
ownership_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_ownership() AS viewer_ownership)) OR (EXISTS ( SELECT FROM ownership_party p WHERE (p.stream_id = ownership_clock.stream_id) OFFSET 0)))
ownership_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_ownership())
ownership_look: house permissive for all to xinqiao_work using true with check true
ownership_party: changed permissive for update to xinqiao_app using (stream_id = viewer_ownership())
ownership_party: house permissive for all to xinqiao_work using true with check true
ownership_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
ownership_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_ownership())
ownership_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_ownership() AS viewer_ownership)) OR (petition = ( SELECT viewer_petition() AS viewer_petition)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, recused, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to), ( SELECT viewer_accounts() AS viewer_accounts))))
ownership_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_ownership())
paper_number: house permissive for all to xinqiao_work using true with check true
paper_number: seen permissive for select to xinqiao_app using ((bearer = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = paper_number.bearer) OFFSET 0)) OR ((bearer ~~ '%:%'::text) AND (EXISTS ( SELECT FROM event e WHERE ((e.stream_id = paper_number.bearer) AND (e.version = (split_part(paper_number.paper, '-'::text, 1))::integer)) OFFSET 0))))
petition: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
petition: house permissive for all to xinqiao_work using true with check true
petition: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
petition: seen permissive for select to xinqiao_app using  CASE WHEN ((NOT kept) AND ((holder = ( SELECT viewer_organ() AS viewer_organ)) OR (registrar = ( SELECT viewer_organ() AS viewer_organ)))) THEN true ELSE ((stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = petition.stream_id) OFFSET 0))) END
petition: written permissive for insert to xinqiao_app with check ((stream_id = viewer_petition()) OR (stream_id ~~ '%:%'::text))
petition_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
petition_clock: house permissive for all to xinqiao_work using true with check true
petition_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
petition_clock: seen permissive for select to xinqiao_app using  CASE WHEN ((NOT kept) AND (organ = ( SELECT viewer_organ() AS viewer_organ))) THEN true ELSE ((stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = petition_clock.stream_id) OFFSET 0))) END
petition_clock: written permissive for insert to xinqiao_app with check ((stream_id = viewer_petition()) OR (stream_id ~~ '%:%'::text))
petition_extract: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
petition_extract: house permissive for all to xinqiao_work using true with check true
petition_extract: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
petition_extract: seen permissive for select to xinqiao_app using ((organ = viewer_organ()) OR (stream_id = viewer_petition()))
petition_extract: written permissive for insert to xinqiao_app with check (stream_id = viewer_petition())
petition_key: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
petition_key: house permissive for all to xinqiao_work using true with check true
petition_key: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
petition_key: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE ((o.stream_id = petition_key.stream_id) AND o.is_part) OFFSET 0)))
petition_key: written permissive for insert to xinqiao_app with check ((stream_id = viewer_petition()) OR (stream_id ~~ '%:%'::text))
petition_look: house permissive for all to xinqiao_work using true with check true
petition_look: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = petition_look.stream_id) OFFSET 0)))
petition_look: written permissive for insert to xinqiao_app with check (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = petition_look.stream_id)))
petition_organ: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
petition_organ: house permissive for all to xinqiao_work using true with check true
petition_organ: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
petition_organ: seen permissive for select to xinqiao_app, xinqiao_search using  CASE WHEN (organ = ( SELECT viewer_organ() AS viewer_organ)) THEN (((is_part OR viewer_has_sight(sights)) AND lies_open(accused, officials, recused, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to), ( SELECT viewer_accounts() AS viewer_accounts))) OR (stream_id = ( SELECT viewer_petition() AS viewer_petition))) ELSE (stream_id = ( SELECT viewer_petition() AS viewer_petition)) END
petition_organ: written permissive for insert to xinqiao_app with check ((stream_id = viewer_petition()) OR (stream_id ~~ '%:%'::text))
petition_recount: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
petition_recount: house permissive for all to xinqiao_work using true with check true
petition_recount: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
petition_recount: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = petition_recount.stream_id) OFFSET 0)))
petition_recount: written permissive for insert to xinqiao_app with check (stream_id = viewer_petition())
petition_sight: changed permissive for update to xinqiao_app using (stream_id = viewer_petition())
petition_sight: house permissive for all to xinqiao_work using true with check true
petition_sight: removed permissive for delete to xinqiao_app using (stream_id = viewer_petition())
petition_sight: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = petition_sight.stream_id) OFFSET 0)))
petition_sight: written permissive for insert to xinqiao_app with check (stream_id = viewer_petition())
pilot: changed permissive for update to xinqiao_app using ((organ = viewer_organ()) AND (stream_id = viewer_pilot()))
pilot: house permissive for all to xinqiao_work using true with check true
pilot: seen permissive for select to xinqiao_app using (organ = ( SELECT viewer_organ() AS viewer_organ))
pilot: written permissive for insert to xinqiao_app with check ((organ = viewer_organ()) AND (stream_id = viewer_pilot()))
proposal: changed permissive for update to xinqiao_app using (stream_id = viewer_proposal())
proposal: house permissive for all to xinqiao_work using true with check true
proposal: removed permissive for delete to xinqiao_app using (stream_id = viewer_proposal())
proposal: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_proposal() AS viewer_proposal)) OR (EXISTS ( SELECT FROM proposal_party p WHERE (p.stream_id = proposal.stream_id) OFFSET 0)))
proposal: written permissive for insert to xinqiao_app with check (stream_id = viewer_proposal())
proposal_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_proposal())
proposal_clock: house permissive for all to xinqiao_work using true with check true
proposal_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_proposal())
proposal_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_proposal() AS viewer_proposal)) OR (EXISTS ( SELECT FROM proposal_party p WHERE (p.stream_id = proposal_clock.stream_id) OFFSET 0)))
proposal_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_proposal())
proposal_link: changed permissive for update to xinqiao_app using (stream_id = viewer_proposal())
proposal_link: house permissive for all to xinqiao_work using true with check true
proposal_link: removed permissive for delete to xinqiao_app using (stream_id = viewer_proposal())
proposal_link: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_proposal() AS viewer_proposal)) OR (EXISTS ( SELECT FROM proposal_party p WHERE (p.stream_id = proposal_link.stream_id) OFFSET 0)))
proposal_link: written permissive for insert to xinqiao_app with check (stream_id = viewer_proposal())
proposal_party: changed permissive for update to xinqiao_app using (stream_id = viewer_proposal())
proposal_party: house permissive for all to xinqiao_work using true with check true
proposal_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
proposal_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_proposal())
proposal_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_proposal() AS viewer_proposal)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to)) AND ((NOT is_sealed) OR ( SELECT viewer_is_entrusted() AS viewer_is_entrusted))))
proposal_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_proposal())
proposal_recipient: changed permissive for update to xinqiao_app using (stream_id = viewer_proposal())
proposal_recipient: house permissive for all to xinqiao_work using true with check true
proposal_recipient: removed permissive for delete to xinqiao_app using (stream_id = viewer_proposal())
proposal_recipient: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_proposal() AS viewer_proposal)) OR (EXISTS ( SELECT FROM proposal_party p WHERE (p.stream_id = proposal_recipient.stream_id) OFFSET 0)))
proposal_recipient: written permissive for insert to xinqiao_app with check (stream_id = viewer_proposal())
reading: changed permissive for update to xinqiao_app using (stream_id = viewer_reading())
reading: house permissive for all to xinqiao_work using true with check true
reading: removed permissive for delete to xinqiao_app using (stream_id = viewer_reading())
reading: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_reading() AS viewer_reading)) OR (EXISTS ( SELECT FROM reading_party p WHERE (p.stream_id = reading.stream_id) OFFSET 0)))
reading: written permissive for insert to xinqiao_app with check (stream_id = viewer_reading())
reading_act: changed permissive for update to xinqiao_app using (stream_id = viewer_reading())
reading_act: house permissive for all to xinqiao_work using true with check true
reading_act: removed permissive for delete to xinqiao_app using (stream_id = viewer_reading())
reading_act: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_reading() AS viewer_reading)) OR (EXISTS ( SELECT FROM reading_party p WHERE (p.stream_id = reading_act.stream_id) OFFSET 0)))
reading_act: written permissive for insert to xinqiao_app with check (stream_id = viewer_reading())
reading_instruction: changed permissive for update to xinqiao_app using (stream_id = viewer_reading())
reading_instruction: house permissive for all to xinqiao_work using true with check true
reading_instruction: removed permissive for delete to xinqiao_app using (stream_id = viewer_reading())
reading_instruction: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_reading() AS viewer_reading)) OR (EXISTS ( SELECT FROM reading_party p WHERE (p.stream_id = reading_instruction.stream_id) OFFSET 0)))
reading_instruction: written permissive for insert to xinqiao_app with check (stream_id = viewer_reading())
reading_look: house permissive for all to xinqiao_work using true with check true
reading_look: noted permissive for insert to xinqiao_app with check (EXISTS ( SELECT FROM reading_party p WHERE (p.stream_id = reading_look.stream_id) OFFSET 0))
reading_look: seen permissive for select to xinqiao_app using (EXISTS ( SELECT FROM reading_party p WHERE (p.stream_id = reading_look.stream_id) OFFSET 0))
reading_party: changed permissive for update to xinqiao_app using (stream_id = viewer_reading())
reading_party: house permissive for all to xinqiao_work using true with check true
reading_party: never_theirs restrictive for insert to xinqiao_app with check ((organ <> ALL (kept_from)) AND ((account IS NULL) OR ((account <> ALL (officials)) AND (account <> ALL (withdrawn)))))
reading_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_reading())
reading_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_reading() AS viewer_reading)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND ((account IS NULL) OR (account = ( SELECT viewer_account() AS viewer_account))) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to)) AND ((part = 'bureau'::text) OR (((kept_from = '{}'::text[]) OR (NOT (kept_from && ( SELECT viewer_leads_under() AS viewer_leads_under)))) AND (( SELECT viewer_account() AS viewer_account) <> ALL (withdrawn))))))
reading_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_reading())
reception: changed permissive for update to xinqiao_app using (stream_id = viewer_reception())
reception: house permissive for all to xinqiao_work using true with check true
reception: removed permissive for delete to xinqiao_app using (stream_id = viewer_reception())
reception: seen permissive for select to xinqiao_app using (is_public OR (stream_id = ( SELECT viewer_reception() AS viewer_reception)) OR (EXISTS ( SELECT FROM reception_party p WHERE (p.stream_id = reception.stream_id) OFFSET 0)))
reception: written permissive for insert to xinqiao_app with check (stream_id = viewer_reception())
reception_entry: changed permissive for update to xinqiao_app using (stream_id = viewer_reception())
reception_entry: house permissive for all to xinqiao_work using true with check true
reception_entry: removed permissive for delete to xinqiao_app using (stream_id = viewer_reception())
reception_entry: seen permissive for select to xinqiao_app using true
reception_entry: written permissive for insert to xinqiao_app with check (stream_id = viewer_reception())
reception_leader: changed permissive for update to xinqiao_app using (stream_id = viewer_reception())
reception_leader: house permissive for all to xinqiao_work using true with check true
reception_leader: removed permissive for delete to xinqiao_app using (stream_id = viewer_reception())
reception_leader: seen permissive for select to xinqiao_app using (is_public OR (stream_id = ( SELECT viewer_reception() AS viewer_reception)) OR (EXISTS ( SELECT FROM reception_party p WHERE (p.stream_id = reception_leader.stream_id) OFFSET 0)))
reception_leader: written permissive for insert to xinqiao_app with check (stream_id = viewer_reception())
reception_party: changed permissive for update to xinqiao_app using (stream_id = viewer_reception())
reception_party: house permissive for all to xinqiao_work using true with check true
reception_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_reception())
reception_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_reception() AS viewer_reception)) OR (organ = ( SELECT viewer_organ() AS viewer_organ)))
reception_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_reception())
referral: changed permissive for update to xinqiao_app using (stream_id = viewer_referral())
referral: house permissive for all to xinqiao_work using true with check true
referral: removed permissive for delete to xinqiao_app using (stream_id = viewer_referral())
referral: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_referral() AS viewer_referral)) OR (EXISTS ( SELECT FROM referral_party p WHERE (p.stream_id = referral.stream_id) OFFSET 0)))
referral: written permissive for insert to xinqiao_app with check (stream_id = viewer_referral())
referral_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_referral())
referral_clock: house permissive for all to xinqiao_work using true with check true
referral_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_referral())
referral_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_referral() AS viewer_referral)) OR (EXISTS ( SELECT FROM referral_party p WHERE (p.stream_id = referral_clock.stream_id) OFFSET 0)))
referral_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_referral())
referral_party: changed permissive for update to xinqiao_app using (stream_id = viewer_referral())
referral_party: house permissive for all to xinqiao_work using true with check true
referral_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
referral_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_referral())
referral_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_referral() AS viewer_referral)) OR (petition = ( SELECT viewer_petition() AS viewer_petition)) OR ((( SELECT viewer_organ() AS viewer_organ) IS NOT NULL) AND ((organ = ( SELECT viewer_organ() AS viewer_organ)) OR ((NOT (about @> ARRAY[( SELECT viewer_organ() AS viewer_organ)])) AND (EXISTS ( SELECT FROM petition_organ o WHERE ((o.stream_id = referral_party.petition) AND (o.organ = ( SELECT viewer_organ() AS viewer_organ)) AND (o.seal <> 'accusation'::text)) OFFSET 0)))) AND lies_open(kept_from, officials, recused, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to), ( SELECT viewer_accounts() AS viewer_accounts))))
referral_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_referral())
regularity_line: house permissive for all to xinqiao_work using true with check true
regularity_line: seen permissive for select to xinqiao_app using ((organ = ( SELECT viewer_organ() AS viewer_organ)) OR ((place >= ( SELECT viewer_place() AS viewer_place)) AND (place < (( SELECT viewer_place() AS viewer_place) || ':'::text))))
regularity_measure: house permissive for all to xinqiao_work using true with check true
regularity_measure: seen permissive for select to xinqiao_app using (EXISTS ( SELECT FROM regularity_line l WHERE (l.stream_id = regularity_measure.stream_id) OFFSET 0))
relief: changed permissive for update to xinqiao_app using (stream_id = viewer_relief())
relief: house permissive for all to xinqiao_work using true with check true
relief: removed permissive for delete to xinqiao_app using (stream_id = viewer_relief())
relief: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_relief() AS viewer_relief)) OR (EXISTS ( SELECT FROM relief_party p WHERE (p.stream_id = relief.stream_id) OFFSET 0)))
relief: written permissive for insert to xinqiao_app with check (stream_id = viewer_relief())
relief_party: changed permissive for update to xinqiao_app using (stream_id = viewer_relief())
relief_party: house permissive for all to xinqiao_work using true with check true
relief_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
relief_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_relief())
relief_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_relief() AS viewer_relief)) OR (petition = ( SELECT viewer_petition() AS viewer_petition)) OR ((( SELECT viewer_organ() AS viewer_organ) IS NOT NULL) AND ((organ = ( SELECT viewer_organ() AS viewer_organ)) OR ((NOT (about @> ARRAY[( SELECT viewer_organ() AS viewer_organ)])) AND (EXISTS ( SELECT FROM petition_organ o WHERE ((o.stream_id = relief_party.petition) AND (o.organ = ( SELECT viewer_organ() AS viewer_organ)) AND (o.seal <> 'accusation'::text)) OFFSET 0)))) AND lies_open(kept_from, officials, recused, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to), ( SELECT viewer_accounts() AS viewer_accounts))))
relief_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_relief())
repeat_print: house permissive for all to xinqiao_work using true with check true
repeat_print: seen permissive for select to xinqiao_app using (EXISTS ( SELECT FROM petition_organ o WHERE ((o.stream_id = repeat_print.stream_id) AND o.is_part AND (o.seal <> 'accusation'::text)) OFFSET 0))
report: report_seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM report_hearer h WHERE (h.stream_id = report.stream_id))) with check true
report: report_work permissive for all to xinqiao_work using true with check true
report_clock: report_clock_seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM report_hearer h WHERE (h.stream_id = report_clock.stream_id))) with check true
report_clock: report_clock_work permissive for all to xinqiao_work using true with check true
report_hearer: report_hearer_seen permissive for all to xinqiao_app using (((organ = viewer_organ()) AND (NOT (kept_from && ( SELECT viewer_barred_by() AS viewer_barred_by))) AND ((officials = '{}'::text[]) OR (NOT (officials && ( SELECT viewer_answers_to() AS viewer_answers_to))))) OR ((petition = viewer_petition()) AND (person = viewer_person()))) with check (organ <> ALL (kept_from))
report_hearer: report_hearer_work permissive for all to xinqiao_work using true with check true
report_look: report_look_seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM report_hearer h WHERE (h.stream_id = report_look.stream_id))) with check true
report_look: report_look_work permissive for all to xinqiao_work using true with check true
responsibility: changed permissive for update to xinqiao_app using viewer_looks_over(organ)
responsibility: house permissive for all to xinqiao_work using true with check true
responsibility: seen permissive for select to xinqiao_app using viewer_looks_over(organ)
responsibility: written permissive for insert to xinqiao_app with check (viewer_looks_over(organ) AND (stream_id = ('responsibility:'::text || organ)))
screening: changed permissive for update to xinqiao_app using (stream_id = viewer_screening())
screening: house permissive for all to xinqiao_work using true with check true
screening: removed permissive for delete to xinqiao_app using (stream_id = viewer_screening())
screening: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_screening() AS viewer_screening)) OR (EXISTS ( SELECT FROM screening_party p WHERE (p.stream_id = screening.stream_id) OFFSET 0)) OR (EXISTS ( SELECT FROM screening_place p WHERE (p.stream_id = screening.stream_id) OFFSET 0)) OR viewer_looks_over(keeper))
screening: written permissive for insert to xinqiao_app with check (stream_id = viewer_screening())
screening_area: changed permissive for update to xinqiao_app using (stream_id = viewer_screening())
screening_area: house permissive for all to xinqiao_work using true with check true
screening_area: removed permissive for delete to xinqiao_app using (stream_id = viewer_screening())
screening_area: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_screening() AS viewer_screening)) OR (EXISTS ( SELECT FROM screening s WHERE (s.stream_id = screening_area.stream_id) OFFSET 0)))
screening_area: written permissive for insert to xinqiao_app with check (stream_id = viewer_screening())
screening_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_screening())
screening_clock: house permissive for all to xinqiao_work using true with check true
screening_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_screening())
screening_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_screening() AS viewer_screening)) OR (EXISTS ( SELECT FROM screening s WHERE (s.stream_id = screening_clock.stream_id) OFFSET 0)))
screening_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_screening())
screening_party: changed permissive for update to xinqiao_app using (stream_id = viewer_screening())
screening_party: house permissive for all to xinqiao_work using true with check true
screening_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_screening())
screening_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_screening() AS viewer_screening)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND ((accounts IS NULL) OR (( SELECT viewer_account() AS viewer_account) = ANY (accounts)))))
screening_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_screening())
screening_place: changed permissive for update to xinqiao_app using (stream_id = viewer_screening())
screening_place: house permissive for all to xinqiao_work using true with check true
screening_place: removed permissive for delete to xinqiao_app using (stream_id = viewer_screening())
screening_place: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_screening() AS viewer_screening)) OR (region = ( SELECT own.region FROM organ own WHERE ((own.id = ( SELECT viewer_organ() AS viewer_organ)) AND (own.kind = 'township'::text)))))
screening_place: written permissive for insert to xinqiao_app with check (stream_id = viewer_screening())
sealed: booking_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'booking:'::text)) OR (stream_id = ( SELECT viewer_reception() AS viewer_reception)) OR (EXISTS ( SELECT FROM booking_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: bulletin_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'bulletin:'::text)) OR (EXISTS ( SELECT FROM bulletin b WHERE ((b.stream_id = sealed.stream_id) AND (b.organ = viewer_organ())) OFFSET 0)) OR (EXISTS ( SELECT FROM bulletin_recipient r WHERE ((r.stream_id = sealed.stream_id) AND (sealed.ref = ANY (r.pieces))) OFFSET 0)))
sealed: call_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'call:'::text)) OR (EXISTS ( SELECT FROM call c WHERE ((c.stream_id = sealed.stream_id) AND ((c.organ = viewer_organ()) OR (sealed.ref = ANY (c.pieces)))) OFFSET 0)))
sealed: committee_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'committee:'::text)) OR (EXISTS ( SELECT FROM committee c WHERE ((c.stream_id = sealed.stream_id) AND ((sealed.ref = c.name_ref) OR (c.keeper = ( SELECT viewer_organ() AS viewer_organ)))) OFFSET 0)))
sealed: course_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'course:'::text)) OR (EXISTS ( SELECT FROM course_piece o WHERE ((o.stream_id = sealed.stream_id) AND (o.ref = sealed.ref)) OFFSET 0)) OR (EXISTS ( SELECT FROM course_party p WHERE ((p.stream_id = sealed.stream_id) AND (p.teacher = ( SELECT viewer_account() AS viewer_account))) OFFSET 0)))
sealed: dispute_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'dispute:'::text)) OR (EXISTS ( SELECT FROM dispute_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: engagement_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'engagement:'::text)) OR (EXISTS ( SELECT FROM engagement g WHERE ((g.stream_id = sealed.stream_id) AND ((sealed.part = 'content'::text) OR (g.inviter = ( SELECT viewer_organ() AS viewer_organ)))) OFFSET 0)))
sealed: enrolment_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'enrolment:'::text)) OR (EXISTS ( SELECT FROM enrolment_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: establishment_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'establishment:'::text)) OR viewer_looks_over(substr(stream_id, 15)))
sealed: exemplary_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'exemplary:'::text)) OR (EXISTS ( SELECT FROM exemplary e WHERE ((e.stream_id = sealed.stream_id) AND (sealed.ref = ANY (e.pieces))) OFFSET 0)) OR (EXISTS ( SELECT FROM exemplary_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: group_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'group:'::text)) OR (EXISTS ( SELECT FROM working_group_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: helper_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'helper:'::text)) OR (EXISTS ( SELECT FROM helper h WHERE ((h.stream_id = sealed.stream_id) AND ((sealed.part = 'content'::text) OR (h.keeper = ( SELECT viewer_organ() AS viewer_organ)))) OFFSET 0)))
sealed: house permissive for all to xinqiao_work using true with check true
sealed: intake_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'intake:'::text)) OR (stream_id = ( SELECT viewer_intake() AS viewer_intake)) OR (EXISTS ( SELECT FROM intake_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: item_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'item:'::text)) OR (EXISTS ( SELECT FROM conference_item_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: letter_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'letter:'::text)) OR (EXISTS ( SELECT FROM letter_part p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: mediation_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'mediation:'::text)) OR (stream_id = ( SELECT viewer_mediation() AS viewer_mediation)) OR (EXISTS ( SELECT FROM mediation_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: mediator_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'mediator:'::text)) OR (EXISTS ( SELECT FROM mediator m WHERE ((m.stream_id = sealed.stream_id) AND ((sealed.ref = m.name_ref) OR (m.keeper = ( SELECT viewer_organ() AS viewer_organ)))) OFFSET 0)))
sealed: meeting_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'meeting:'::text)) OR (EXISTS ( SELECT FROM meeting_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: ownership_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'ownership:'::text)) OR (EXISTS ( SELECT FROM ownership_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: pilot_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'pilot:'::text)) OR (EXISTS ( SELECT FROM pilot p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: proposal_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'proposal:'::text)) OR (EXISTS ( SELECT FROM proposal_party p WHERE ((p.stream_id = sealed.stream_id) AND ((NOT p.is_sealed) OR viewer_has_opened_proposal(sealed.stream_id))) OFFSET 0)))
sealed: reading_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'reading:'::text)) OR (EXISTS ( SELECT FROM reading_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: reception_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'reception:'::text)) OR (stream_id = ( SELECT viewer_reception() AS viewer_reception)) OR (EXISTS ( SELECT FROM reception r WHERE (r.stream_id = sealed.stream_id) OFFSET 0)))
sealed: referral_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'referral:'::text)) OR (EXISTS ( SELECT FROM referral_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: relief_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'relief:'::text)) OR (EXISTS ( SELECT FROM relief_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: report_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'report:'::text)) OR (EXISTS ( SELECT FROM report_hearer h WHERE (h.stream_id = sealed.stream_id) OFFSET 0)))
sealed: responsibility_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'responsibility:'::text)) OR viewer_looks_over(substr(stream_id, 16)))
sealed: screening_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'screening:'::text)) OR (EXISTS ( SELECT FROM screening s WHERE (s.stream_id = sealed.stream_id) OFFSET 0)))
sealed: secondment_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'secondment:'::text)) OR (EXISTS ( SELECT FROM secondment_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: seen permissive for select to xinqiao_app using ((stream_id ~~ '%:%'::text) OR (stream_id = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE ((o.stream_id = sealed.stream_id) AND CASE o.seal WHEN 'none'::text THEN true WHEN 'identity'::text THEN ((sealed.part <> 'identity'::text) OR viewer_has_opened(o.stream_id, 'identity'::text)) ELSE (o.is_part AND ((sealed.part = 'office'::text) OR (viewer_is_competent() AND viewer_has_opened(o.stream_id, 'accusation'::text) AND ((sealed.part = 'content'::text) OR viewer_has_opened(o.stream_id, 'identity'::text))))) END) OFFSET 0)) OR (EXISTS ( SELECT FROM petition_extract x WHERE ((x.stream_id = sealed.stream_id) AND (x.organ = ( SELECT viewer_organ() AS viewer_organ)) AND ((sealed.ref = x.extract_ref) OR (sealed.ref = x.basis_ref))) OFFSET 0)))
sealed: suggestion_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'suggestion:'::text)) OR (EXISTS ( SELECT FROM suggestion_change k WHERE ((k.stream_id = sealed.stream_id) AND ((sealed.ref = k.title_ref) OR (sealed.ref = k.text_ref))) OFFSET 0)) OR (EXISTS ( SELECT FROM suggestion s WHERE ((s.stream_id = sealed.stream_id) AND ((viewer_organ() IS NOT NULL) OR (sealed.ref = ANY (s.told)))) OFFSET 0)))
sealed: supervision_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'supervision:'::text)) OR (EXISTS ( SELECT FROM supervision_organ o WHERE (o.stream_id = sealed.stream_id) OFFSET 0)))
sealed: task_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'task:'::text)) OR (EXISTS ( SELECT FROM task_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: theme_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'theme:'::text)) OR (EXISTS ( SELECT FROM theme_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: visit_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'visit:'::text)) OR (EXISTS ( SELECT FROM visit_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: warning_kept restrictive for select to xinqiao_app using ((NOT starts_with(stream_id, 'warning:'::text)) OR (EXISTS ( SELECT FROM warning_party p WHERE (p.stream_id = sealed.stream_id) OFFSET 0)))
sealed: written permissive for insert to xinqiao_app with check ((stream_id = viewer_petition()) OR (stream_id ~~ '%:%'::text))
search_row: door permissive for select to xinqiao_search using true
search_row: house permissive for all to xinqiao_work using true with check true
secondment: changed permissive for update to xinqiao_app using (stream_id = viewer_secondment())
secondment: house permissive for all to xinqiao_work using true with check true
secondment: removed permissive for delete to xinqiao_app using (stream_id = viewer_secondment())
secondment: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_secondment() AS viewer_secondment)) OR (EXISTS ( SELECT FROM secondment_party p WHERE (p.stream_id = secondment.stream_id) OFFSET 0)))
secondment: written permissive for insert to xinqiao_app with check (stream_id = viewer_secondment())
secondment_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_secondment())
secondment_clock: house permissive for all to xinqiao_work using true with check true
secondment_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_secondment())
secondment_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_secondment() AS viewer_secondment)) OR (EXISTS ( SELECT FROM secondment_party p WHERE (p.stream_id = secondment_clock.stream_id) OFFSET 0)))
secondment_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_secondment())
secondment_party: changed permissive for update to xinqiao_app using (stream_id = viewer_secondment())
secondment_party: house permissive for all to xinqiao_work using true with check true
secondment_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_secondment())
secondment_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_secondment() AS viewer_secondment)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND (( SELECT viewer_leads() AS viewer_leads) OR (account = ( SELECT viewer_account() AS viewer_account)) OR (mentor = ( SELECT viewer_account() AS viewer_account)))))
secondment_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_secondment())
suggested_choice: house permissive for all to xinqiao_work using true with check true
suggestion: changed permissive for update to xinqiao_app using (stream_id = viewer_suggestion())
suggestion: house permissive for all to xinqiao_work using true with check true
suggestion: seen permissive for select to xinqiao_app using ((petition = ( SELECT viewer_petition() AS viewer_petition)) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = suggestion.petition) OFFSET 0)))
suggestion: written permissive for insert to xinqiao_app with check (stream_id = viewer_suggestion())
suggestion_change: changed permissive for update to xinqiao_app using (stream_id = viewer_suggestion())
suggestion_change: house permissive for all to xinqiao_work using true with check true
suggestion_change: removed permissive for delete to xinqiao_app using (stream_id = viewer_suggestion())
suggestion_change: seen permissive for select to xinqiao_app using true
suggestion_change: written permissive for insert to xinqiao_app with check (stream_id = viewer_suggestion())
supervision_clock: house permissive for all to xinqiao_work using true with check true
supervision_clock: seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM supervision_organ o WHERE (o.stream_id = supervision_clock.stream_id) OFFSET 0)) with check starts_with(stream_id, 'supervision:'::text)
supervision_finding: house permissive for all to xinqiao_work using true with check true
supervision_finding: seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM supervision_organ o WHERE ((o.stream_id = supervision_finding.stream_id) AND (o.part = 'supervisor'::text)) OFFSET 0)) with check starts_with(stream_id, 'supervision:'::text)
supervision_matter: house permissive for all to xinqiao_work using true with check true
supervision_matter: seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM supervision_organ o WHERE (o.stream_id = supervision_matter.stream_id) OFFSET 0)) with check starts_with(stream_id, 'supervision:'::text)
supervision_order: house permissive for all to xinqiao_work using true with check true
supervision_order: seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM supervision_organ o WHERE ((o.stream_id = supervision_order.stream_id) AND ((o.part = 'supervisor'::text) OR (o.organ = ANY (supervision_order.addressees)) OR (o.organ = supervision_order.asker))) OFFSET 0)) with check starts_with(stream_id, 'supervision:'::text)
supervision_order_organ: house permissive for all to xinqiao_work using true with check true
supervision_order_organ: seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM supervision_organ o WHERE (o.stream_id = supervision_order_organ.stream_id) OFFSET 0)) with check starts_with(stream_id, 'supervision:'::text)
supervision_organ: house permissive for all to xinqiao_work using true with check true
supervision_organ: seen permissive for all to xinqiao_app using ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))) with check (organ <> ALL (kept_from))
supervision_referral: house permissive for all to xinqiao_work using true with check true
supervision_referral: seen permissive for all to xinqiao_app using (EXISTS ( SELECT FROM supervision_organ o WHERE (o.stream_id = supervision_referral.stream_id) OFFSET 0)) with check starts_with(stream_id, 'supervision:'::text)
task: changed permissive for update to xinqiao_app using (stream_id = viewer_task())
task: house permissive for all to xinqiao_work using true with check true
task: removed permissive for delete to xinqiao_app using (stream_id = viewer_task())
task: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_task() AS viewer_task)) OR (EXISTS ( SELECT FROM task_party p WHERE (p.stream_id = task.stream_id) OFFSET 0)))
task: written permissive for insert to xinqiao_app with check (stream_id = viewer_task())
task_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_task())
task_clock: house permissive for all to xinqiao_work using true with check true
task_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_task())
task_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_task() AS viewer_task)) OR (EXISTS ( SELECT FROM task_party p WHERE (p.stream_id = task_clock.stream_id) OFFSET 0)))
task_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_task())
task_party: changed permissive for update to xinqiao_app using (stream_id = viewer_task())
task_party: house permissive for all to xinqiao_work using true with check true
task_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
task_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_task())
task_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_task() AS viewer_task)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))))
task_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_task())
task_petition: changed permissive for update to xinqiao_app using (stream_id = viewer_task())
task_petition: house permissive for all to xinqiao_work using true with check true
task_petition: removed permissive for delete to xinqiao_app using (stream_id = viewer_task())
task_petition: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_task() AS viewer_task)) OR (EXISTS ( SELECT FROM task_party p WHERE (p.stream_id = task_petition.stream_id) OFFSET 0)))
task_petition: written permissive for insert to xinqiao_app with check (stream_id = viewer_task())
theme: changed permissive for update to xinqiao_app using (stream_id = viewer_theme())
theme: house permissive for all to xinqiao_work using true with check true
theme: removed permissive for delete to xinqiao_app using (stream_id = viewer_theme())
theme: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_theme() AS viewer_theme)) OR (EXISTS ( SELECT FROM theme_party p WHERE (p.stream_id = theme.stream_id) OFFSET 0)))
theme: written permissive for insert to xinqiao_app with check (stream_id = viewer_theme())
theme_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_theme())
theme_clock: house permissive for all to xinqiao_work using true with check true
theme_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_theme())
theme_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_theme() AS viewer_theme)) OR (EXISTS ( SELECT FROM theme_party p WHERE (p.stream_id = theme_clock.stream_id) OFFSET 0)))
theme_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_theme())
theme_party: changed permissive for update to xinqiao_app using (stream_id = viewer_theme())
theme_party: house permissive for all to xinqiao_work using true with check true
theme_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_theme())
theme_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_theme() AS viewer_theme)) OR (organ = ( SELECT viewer_organ() AS viewer_organ)))
theme_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_theme())
topic: house permissive for all to xinqiao_work using true with check true
topic: seen permissive for select to xinqiao_app using (( SELECT count(*) AS count FROM ( SELECT FROM topic_petition p WHERE (p.topic = topic.topic) LIMIT 3) shown) = 3)
topic_line: house permissive for all to xinqiao_work using true with check true
topic_petition: house permissive for all to xinqiao_work using true with check true
topic_petition: seen permissive for select to xinqiao_app using (EXISTS ( SELECT FROM event e WHERE ((e.stream_id = topic_petition.stream_id) AND (e.version = 1)) OFFSET 0))
topic_run: house permissive for all to xinqiao_work using true with check true
topic_run: seen permissive for select to xinqiao_app using true
topic_sign: house permissive for all to xinqiao_work using true with check true
topic_word: house permissive for all to xinqiao_work using true with check true
trend_count: house permissive for all to xinqiao_work using true with check true
trend_count: seen permissive for select to xinqiao_app using ((organ = ( SELECT viewer_organ() AS viewer_organ)) OR ((organ = ''::text) AND (place >= ( SELECT viewer_place() AS viewer_place)) AND (place < (( SELECT viewer_place() AS viewer_place) || ':'::text))))
trend_line: house permissive for all to xinqiao_work using true with check true
trend_line: seen permissive for select to xinqiao_app using ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND ((NOT is_kept) OR (EXISTS ( SELECT FROM petition_organ o WHERE (o.stream_id = trend_line.stream_id) OFFSET 0))))
trend_margin: house permissive for all to xinqiao_work using true with check true
trend_margin: seen permissive for select to xinqiao_app using ((organ = ( SELECT viewer_organ() AS viewer_organ)) OR ((organ = ''::text) AND (county >= ( SELECT viewer_place() AS viewer_place)) AND (county < (( SELECT viewer_place() AS viewer_place) || ':'::text))))
visit: changed permissive for update to xinqiao_app using (stream_id = viewer_visit())
visit: house permissive for all to xinqiao_work using true with check true
visit: removed permissive for delete to xinqiao_app using (stream_id = viewer_visit())
visit: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_visit() AS viewer_visit)) OR (EXISTS ( SELECT FROM visit_party p WHERE (p.stream_id = visit.stream_id) OFFSET 0)))
visit: written permissive for insert to xinqiao_app with check (stream_id = viewer_visit())
visit_case: changed permissive for update to xinqiao_app using (stream_id = viewer_visit())
visit_case: house permissive for all to xinqiao_work using true with check true
visit_case: removed permissive for delete to xinqiao_app using (stream_id = viewer_visit())
visit_case: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_visit() AS viewer_visit)) OR (EXISTS ( SELECT FROM visit_party p WHERE (p.stream_id = visit_case.stream_id) OFFSET 0)))
visit_case: shown permissive for select to xinqiao_app using ((shown_on IS NOT NULL) AND (petition = ( SELECT viewer_petition() AS viewer_petition)))
visit_case: written permissive for insert to xinqiao_app with check (stream_id = viewer_visit())
visit_leader: changed permissive for update to xinqiao_app using (stream_id = viewer_visit())
visit_leader: house permissive for all to xinqiao_work using true with check true
visit_leader: removed permissive for delete to xinqiao_app using (stream_id = viewer_visit())
visit_leader: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_visit() AS viewer_visit)) OR (((organ = ( SELECT viewer_organ() AS viewer_organ)) OR viewer_looks_over(organ)) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))))
visit_leader: written permissive for insert to xinqiao_app with check (stream_id = viewer_visit())
visit_party: changed permissive for update to xinqiao_app using (stream_id = viewer_visit())
visit_party: house permissive for all to xinqiao_work using true with check true
visit_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
visit_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_visit())
visit_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_visit() AS viewer_visit)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND ((accounts IS NULL) OR (( SELECT viewer_account() AS viewer_account) = ANY (accounts))) AND lies_open(kept_from, officials, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to))))
visit_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_visit())
warning: changed permissive for update to xinqiao_app using (stream_id = viewer_warning())
warning: house permissive for all to xinqiao_work using true with check true
warning: removed permissive for delete to xinqiao_app using (stream_id = viewer_warning())
warning: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_warning() AS viewer_warning)) OR (EXISTS ( SELECT FROM warning_party p WHERE (p.stream_id = warning.stream_id) OFFSET 0)))
warning: written permissive for insert to xinqiao_app with check (stream_id = viewer_warning())
warning_clock: changed permissive for update to xinqiao_app using (stream_id = viewer_warning())
warning_clock: house permissive for all to xinqiao_work using true with check true
warning_clock: removed permissive for delete to xinqiao_app using (stream_id = viewer_warning())
warning_clock: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_warning() AS viewer_warning)) OR (EXISTS ( SELECT FROM warning_party p WHERE (p.stream_id = warning_clock.stream_id) OFFSET 0)))
warning_clock: written permissive for insert to xinqiao_app with check (stream_id = viewer_warning())
warning_count: house permissive for all to xinqiao_work using true with check true
warning_line: house permissive for all to xinqiao_work using true with check true
warning_line: seen permissive for select to xinqiao_app using (EXISTS ( SELECT FROM event e WHERE ((e.stream_id = warning_line.stream_id) AND (e.version = 1)) OFFSET 0))
warning_party: changed permissive for update to xinqiao_app using (stream_id = viewer_warning())
warning_party: house permissive for all to xinqiao_work using true with check true
warning_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_warning())
warning_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_warning() AS viewer_warning)) OR (organ = ( SELECT viewer_organ() AS viewer_organ)))
warning_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_warning())
warning_run: house permissive for all to xinqiao_work using true with check true
working_group: changed permissive for update to xinqiao_app using (stream_id = viewer_group())
working_group: house permissive for all to xinqiao_work using true with check true
working_group: removed permissive for delete to xinqiao_app using (stream_id = viewer_group())
working_group: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_group() AS viewer_group)) OR (EXISTS ( SELECT FROM working_group_party p WHERE (p.stream_id = working_group.stream_id) OFFSET 0)))
working_group: written permissive for insert to xinqiao_app with check (stream_id = viewer_group())
working_group_case: changed permissive for update to xinqiao_app using (stream_id = viewer_group())
working_group_case: house permissive for all to xinqiao_work using true with check true
working_group_case: removed permissive for delete to xinqiao_app using (stream_id = viewer_group())
working_group_case: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_group() AS viewer_group)) OR (EXISTS ( SELECT FROM working_group_party p WHERE (p.stream_id = working_group_case.stream_id) OFFSET 0)))
working_group_case: written permissive for insert to xinqiao_app with check (stream_id = viewer_group())
working_group_party: changed permissive for update to xinqiao_app using (stream_id = viewer_group())
working_group_party: house permissive for all to xinqiao_work using true with check true
working_group_party: never_theirs restrictive for insert to xinqiao_app with check (organ <> ALL (kept_from))
working_group_party: removed permissive for delete to xinqiao_app using (stream_id = viewer_group())
working_group_party: seen permissive for select to xinqiao_app using ((stream_id = ( SELECT viewer_group() AS viewer_group)) OR ((organ = ( SELECT viewer_organ() AS viewer_organ)) AND ((accounts IS NULL) OR (accounts @> ARRAY[( SELECT viewer_account() AS viewer_account)])) AND lies_open(kept_from, officials, recused, ( SELECT viewer_barred_by() AS viewer_barred_by), ( SELECT viewer_answers_to() AS viewer_answers_to), ( SELECT viewer_accounts() AS viewer_accounts))))
working_group_party: written permissive for insert to xinqiao_app with check (stream_id = viewer_group())
