-- Holiday notices that a house was given: the read model of src/calendar/. Everything in it is public.
create table holiday_notice (
  stream_id text not null,
  -- counted from 1 in its region; a corrected notice is a further one, and the earlier stays
  edition integer not null check (edition > 0),
  -- cn for the whole country, or a division code
  region text not null,
  year integer not null,
  title text not null,
  document_number text,
  sources text[] not null,
  rest date[] not null,
  work date[] not null,
  reason text,
  loaded_on date not null,
  loaded_by text,
  primary key (stream_id, edition)
);
-- What stands here follows from facts, which nobody can change.
alter table holiday_notice enable row level security;
create policy seen on holiday_notice for select to xinqiao_app using (true);
create policy written on holiday_notice for insert to xinqiao_app with check (starts_with(stream_id, 'calendar:'));
create policy house on holiday_notice to xinqiao_work using (true) with check (true);
