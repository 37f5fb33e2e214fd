-- Figures of a month that were published, and their corrections: the read model of src/register/figures/. Everything in it is public.
create table figures (
  stream_id text not null,
  -- counted from 1; the second is a correction of the first, which stays
  edition integer not null check (edition > 0),
  month text not null,
  published_on date not null,
  reason text,
  -- entries of the log over which it was drawn up, and lines of its extract
  log_size bigint not null,
  cases integer not null,
  -- SHA-256 of the files, in hex
  extract text not null,
  counts text not null,
  primary key (stream_id, edition)
);
create index figures_newest on figures (month desc, edition desc);
-- What stands here follows from facts, which nobody can change.
alter table figures enable row level security;
create policy seen on figures for select to xinqiao_app using (true);
create policy written on figures for insert to xinqiao_app with check (starts_with(stream_id, 'figures:'));
create policy house on figures to xinqiao_work using (true) with check (true);
