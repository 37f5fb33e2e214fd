-- What a report says lies in the tables that all streams share. There the streams of reports are shown to whoever may see the report,
-- whatever other policies allow: that is what `restrictive` means. What is said of notices is seen with a part in the petition of that
-- number (0050), and the stream of a report is no petition's, so nobody but the house reads them.

create policy report_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'report:') or exists (select from report_hearer h where h.stream_id = event.stream_id offset 0));
create policy report_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'report:') or exists (select from report_hearer h where h.stream_id = sealed.stream_id offset 0));
