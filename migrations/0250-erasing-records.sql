-- Erasure of what is of nobody's petition (docs/adr/0057): disputes, mediations and visits to a centre, each with a stream of its own beside it.
-- Its row stands among the erasures of petitions, so that what was approved is in one public list. What is only proposed is seen by the organ
-- that keeps the record and by the one above that approves.

drop policy seen on erasure;
create policy seen on erasure for select to xinqiao_app using (approved_on is not null
  or stream_id = (select viewer_petition())
  or starts_with(stream_id, 'erasing:') and (organ = (select viewer_organ()) or approver = (select viewer_organ()))
  or exists (select from petition_organ o where o.stream_id = erasure.stream_id offset 0));

create policy erasing_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'erasing:') or stream_id = (select viewer_petition())
    or exists (select from erasure e where e.stream_id = event.stream_id offset 0));
create policy erasing_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'erasing:') or stream_id = viewer_petition());
