-- Pilots (试点, docs/adr/0064): a measure that is tried in one place for a time. Seen by the bureau that tries it.

create table pilot (
  stream_id text primary key,
  version integer not null,
  stage text not null check (stage in ('running', 'spread', 'dropped')),
  organ text not null,
  category text,
  place text not null,
  name_ref text not null,
  from_day date not null,
  until_day date not null,
  ended_on date
);
create index pilot_own on pilot (organ, from_day desc, stream_id desc);

-- The one pilot that is being written to, named by the program for one transaction.
create function viewer_pilot() returns text stable parallel safe
  return nullif(current_setting('xinqiao.pilot', true), '');

alter table pilot enable row level security;
create policy house on pilot to xinqiao_work using (true) with check (true);
create policy seen on pilot for select to xinqiao_app using (organ = (select viewer_organ()));
create policy written on pilot for insert to xinqiao_app with check (organ = viewer_organ() and stream_id = viewer_pilot());
create policy changed on pilot for update to xinqiao_app using (organ = viewer_organ() and stream_id = viewer_pilot());

create policy pilot_kept on event as restrictive for select to xinqiao_app using (not starts_with(stream_id, 'pilot:')
  or stream_id = (select viewer_pilot()) or exists (select from pilot p where p.stream_id = event.stream_id offset 0));
create policy pilot_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'pilot:') or stream_id = viewer_pilot());
create policy pilot_kept on sealed as restrictive for select to xinqiao_app using (not starts_with(stream_id, 'pilot:')
  or exists (select from pilot p where p.stream_id = sealed.stream_id offset 0));
