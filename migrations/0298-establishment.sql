-- What an organ is allotted (编制, docs/adr/0067): the read model of src/workforce/establishment/. A row for each entry; one that was taken back
-- stays. Who holds the posts lies in account_post and nowhere else.

create table establishment_allotment (
  stream_id text not null,
  -- e1, e2 … within the organ
  ref text not null,
  organ text not null,
  post text not null check (post in ('leader', 'head', 'clerk', 'supervisor', 'commissioner')),
  count integer not null check (count >= 0),
  from_day date not null,
  recorded_on date not null,
  document_ref text not null,
  reason_ref text not null,
  withdrawn_on date,
  withdrawn_ref text,
  primary key (stream_id, ref)
);
create index establishment_allotment_standing on establishment_allotment (organ, post, from_day desc) where withdrawn_on is null;
create index establishment_allotment_of_organ on establishment_allotment (organ, from_day desc);

-- Seen where an organ looks over another, as who answers for petition work is (migrations/0160).
alter table establishment_allotment enable row level security;
create policy seen on establishment_allotment for select to xinqiao_app using (viewer_looks_over(organ));
create policy written on establishment_allotment for insert to xinqiao_app
  with check (viewer_looks_over(organ) and stream_id = 'establishment:' || organ);
create policy changed on establishment_allotment for update to xinqiao_app using (viewer_looks_over(organ));
create policy house on establishment_allotment to xinqiao_work using (true) with check (true);

-- Their streams lie in the tables that all share, and are shown and written there by the same viewers.
create policy establishment_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'establishment:') or viewer_looks_over(substr(stream_id, 15)));
create policy establishment_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'establishment:') or viewer_looks_over(substr(stream_id, 15)));
create policy establishment_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'establishment:') or viewer_looks_over(substr(stream_id, 15)));
