-- The read models of screening campaigns (排查, docs/adr/0046). A campaign is shown to whoever looks over the organ that keeps it, to the
-- organs that report in it, to the townships in which its places lie, and of other organs only to those who look for disputes there. It
-- holds no person: places, organs, days and counts. What is found lies in the ledger of disputes and is shown by that.

create table screening (
  stream_id text primary key,
  version integer not null,
  keeper text not null,
  region text not null,
  stage text not null,
  category text,
  rhythm text,
  round integer,
  due date not null,
  -- the sealed piece that says what it is called
  title_ref text not null,
  areas integer not null,
  found integer not null,
  zero integer not null,
  waiting integer not null,
  late integer not null,
  opened_on date not null,
  ended_on date,
  -- from when the next round is to be opened
  next_on date
);
create index screening_stage on screening (stage, due, stream_id);
create index screening_next on screening (next_on, stream_id) where next_on is not null;

-- What each place reported.
create table screening_area (
  stream_id text not null,
  area text not null,
  organ text not null,
  standing text not null,
  stage text not null,
  disputes integer not null,
  households integer not null,
  met integer not null,
  screeners text[] not null,
  until_day date not null,
  reported_on date,
  is_late boolean not null,
  primary key (stream_id, area)
);
create index screening_area_organ on screening_area (organ, stage, until_day, stream_id, area);
create index screening_area_place on screening_area (area text_pattern_ops, stage);
create index screening_area_screeners on screening_area using gin (screeners);

-- The townships in which its places lie.
create table screening_place (
  stream_id text not null,
  region text not null,
  primary key (stream_id, region)
);

-- Clocks that still run.
create table screening_clock (
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
create index screening_clock_due on screening_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index screening_clock_counted on screening_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Who may see it beside those who look over its keeper.
create table screening_party (
  stream_id text not null,
  organ text not null,
  -- null: everybody who works there
  accounts text[],
  primary key (stream_id, organ)
);
create index screening_party_organ on screening_party (organ, stream_id);

-- The one campaign that is being written to, named by the program for one transaction.
create function viewer_screening() returns text stable parallel safe
  return nullif(current_setting('xinqiao.screening', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['screening', 'screening_area', 'screening_place', 'screening_clock', 'screening_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_screening())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_screening())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_screening())', name);
  end loop;
  foreach name in array array['screening_area', 'screening_clock'] loop
    execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_screening())
      or exists (select from screening s where s.stream_id = %I.stream_id offset 0))', name, name);
  end loop;
end
$$;

create policy seen on screening_party for select to xinqiao_app using (stream_id = (select viewer_screening())
  or (organ = (select viewer_organ()) and (accounts is null or (select viewer_account()) = any (accounts))));

create policy seen on screening_place for select to xinqiao_app using (stream_id = (select viewer_screening())
  or region = (select own.region from organ own where own.id = (select viewer_organ()) and own.kind = 'township'));

create policy seen on screening for select to xinqiao_app using (stream_id = (select viewer_screening())
  or exists (select from screening_party p where p.stream_id = screening.stream_id offset 0)
  or exists (select from screening_place p where p.stream_id = screening.stream_id offset 0)
  or viewer_looks_over(keeper));

-- What a campaign says lies in the tables that all streams share, and is shown there to the same viewers.
create policy screening_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'screening:') or stream_id = (select viewer_screening())
    or exists (select from screening s where s.stream_id = event.stream_id offset 0));
create policy screening_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'screening:') or stream_id = viewer_screening());
create policy screening_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'screening:')
    or exists (select from screening s where s.stream_id = sealed.stream_id offset 0));
