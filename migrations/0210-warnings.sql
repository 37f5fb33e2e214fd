-- Early warning (预警, docs/adr/0047): what is counted, kept by the consumer `warning-counts` from facts alone (src/prevention/warnings/line.ts),
-- and the warnings that were raised. Lines and counts know places, kinds and days, and nobody. What accuses somebody is in neither.

create table warning_line (
  stream_id text primary key,
  place text not null,
  category text not null,
  day date not null,
  -- the channel of a petition, or a dispute
  source text not null,
  -- the same matter as one of an earlier day
  again boolean not null
);
create index warning_line_of_place on warning_line (day, place, stream_id);

-- Local: sums of the lines, kept in the same transaction.
create table warning_count (
  place text not null,
  category text not null,
  day date not null,
  source text not null,
  again boolean not null,
  n integer not null,
  primary key (place, category, day, source, again)
);

-- Local: the nights on which the counts were looked at.
create table warning_run (
  day date primary key,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  series integer not null,
  matters integer not null,
  known_weeks integer not null,
  raised integer not null
);

create table warning (
  stream_id text primary key,
  version integer not null,
  place text not null,
  category text not null,
  stage text not null,
  -- who answers it by the day
  bureau text not null,
  raised_on date not null,
  window_from date not null,
  window_until date not null,
  count integer not null,
  expected double precision not null,
  -- the level at which it was found
  per_week double precision not null,
  until_day date,
  outcome text,
  answered_on date
);
create index warning_told on warning (stage, answered_on);

-- Clocks that still run.
create table warning_clock (
  stream_id text not null,
  clock_id text not null,
  rule text not null,
  organ text,
  last_day date not null,
  state text not null,
  is_overdue boolean not null,
  after text not null,
  counted_by text,
  looks_from date,
  looks_through date,
  place_of text,
  primary key (stream_id, clock_id)
);
create index warning_clock_due on warning_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index warning_clock_counted on warning_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Who may see a warning, and where it lies for them.
create table warning_party (
  stream_id text not null,
  organ text not null,
  part text not null check (part in ('bureau', 'centre', 'responsible', 'reader')),
  shelf text not null,
  day date not null,
  primary key (stream_id, organ)
);
create index warning_party_shelf on warning_party (organ, shelf, day, stream_id);

-- The one warning that is being written to, named by the program for one transaction.
create function viewer_warning() returns text stable parallel safe
  return nullif(current_setting('xinqiao.warning', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['warning', 'warning_clock', 'warning_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_warning())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_warning())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_warning())', name);
    if name <> 'warning_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_warning())
        or exists (select from warning_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

create policy seen on warning_party for select to xinqiao_app using (stream_id = (select viewer_warning())
  or organ = (select viewer_organ()));

-- What a warning says lies in the tables that all streams share.
create policy warning_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'warning:') or stream_id = (select viewer_warning())
    or exists (select from warning_party p where p.stream_id = event.stream_id offset 0));
create policy warning_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'warning:') or stream_id = viewer_warning());
create policy warning_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'warning:') or exists (select from warning_party p where p.stream_id = sealed.stream_id offset 0));

-- A line is seen by whoever may see the matter itself, whatever its room; sums and nights by the house alone.
alter table warning_line enable row level security;
create policy seen on warning_line for select to xinqiao_app
  using (exists (select from event e where e.stream_id = warning_line.stream_id and e.version = 1 offset 0));
create policy house on warning_line to xinqiao_work using (true) with check (true);
alter table warning_count enable row level security;
create policy house on warning_count to xinqiao_work using (true) with check (true);
alter table warning_run enable row level security;
create policy house on warning_run to xinqiao_work using (true) with check (true);
revoke insert, update, delete on warning_line, warning_count, warning_run from xinqiao_app;
