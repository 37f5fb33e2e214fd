-- What a report says lies in the tables that all streams share. There the streams of reports are shown to whoever may see the
-- report, whatever other policies allow; that is what `restrictive` means. The policies named `of_others` leave all other streams
-- as they are.

alter table event enable row level security;
create policy event_work on event to xinqiao_work using (true) with check (true);
create policy event_of_others on event to xinqiao_app
  using (not starts_with(stream_id, 'report:')) with check (not starts_with(stream_id, 'report:'));
create policy event_of_report on event to xinqiao_app
  using (starts_with(stream_id, 'report:')) with check (starts_with(stream_id, 'report:'));
create policy event_report_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'report:') or exists (select from report_hearer h where h.stream_id = event.stream_id));

alter table sealed enable row level security;
create policy sealed_work on sealed to xinqiao_work using (true) with check (true);
create policy sealed_of_others on sealed to xinqiao_app
  using (not starts_with(stream_id, 'report:')) with check (not starts_with(stream_id, 'report:'));
create policy sealed_of_report on sealed to xinqiao_app
  using (starts_with(stream_id, 'report:')) with check (starts_with(stream_id, 'report:'));
create policy sealed_report_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'report:') or exists (select from report_hearer h where h.stream_id = sealed.stream_id));

-- That somebody was told something is as telling. Only the work of the house reads or writes here.
alter table notice enable row level security;
create policy notice_work on notice to xinqiao_work using (true) with check (true);
create policy notice_of_others on notice to xinqiao_app
  using (not starts_with(stream_id, 'report:')) with check (not starts_with(stream_id, 'report:'));
