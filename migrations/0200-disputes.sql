-- The read models of the dispute ledger (矛盾纠纷台账, docs/adr/0045). What was written is shown to the organs with a part in it: whoever recorded
-- it, whoever has it, and whoever had it before. Whoever looks over the area sees the line: place, kind, grade and how far it is, and no word of
-- it. Neither is ever shown to an organ that is a party to it, to whoever stands below one, or to an official whom it is about.

create table dispute (
  stream_id text primary key,
  version integer not null,
  title_ref text not null
);

create table dispute_line (
  stream_id text primary key,
  region text not null,
  category text not null,
  people integer not null,
  source text not null,
  stage text not null,
  ending text,
  outcome text not null check (outcome in ('open', 'settled', 'petition', 'directed', 'notFound')),
  grade text,
  -- whoever has it
  organ text not null,
  found_on date not null,
  recorded_on date not null,
  settled_on date,
  settled_level text,
  -- from the day on which it was found
  days integer,
  relapses integer not null,
  next_rule text,
  next_day date,
  kept_from text[] not null,
  officials text[] not null
);
create index dispute_line_region on dispute_line (region text_pattern_ops, recorded_on desc, stream_id);
create index dispute_line_day on dispute_line (recorded_on desc, stream_id desc);

-- The petitions that it became.
create table dispute_petition (
  stream_id text not null,
  petition text not null,
  primary key (stream_id, petition)
);
create index dispute_petition_petition on dispute_petition (petition, stream_id);

-- Clocks that still run.
create table dispute_clock (
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
create index dispute_clock_due on dispute_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index dispute_clock_counted on dispute_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Who may see what was written, and where it lies for them. Every policy below looks here, and this table repeats what they need.
create table dispute_party (
  stream_id text not null,
  organ text not null,
  part text not null check (part in ('responsible', 'recorder', 'former')),
  shelf text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ)
);
create index dispute_party_shelf on dispute_party (organ, shelf, day, stream_id);

-- The one dispute that is being written to, named by the program for one transaction.
create function viewer_dispute() returns text stable parallel safe
  return nullif(current_setting('xinqiao.dispute', true), '');

-- The region over which the viewer's organ looks, where disputes are counted: null for an organ that looks over none.
create function viewer_ledger_region() returns text stable parallel safe
  return (select case when own.region = '00' then '' else own.region end from organ own where own.id = viewer_organ()
    and own.kind = any (array['bureau', 'government', 'party', 'conference', 'township', 'village', 'mediationCentre']));

do $$
declare
  name text;
begin
  foreach name in array array['dispute', 'dispute_line', 'dispute_petition', 'dispute_clock', 'dispute_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_dispute())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_dispute())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_dispute())', name);
    if name not in ('dispute_party', 'dispute_line') then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_dispute())
        or exists (select from dispute_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

create policy seen on dispute_party for select to xinqiao_app using (stream_id = (select viewer_dispute())
  or (organ = (select viewer_organ())
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))));

create policy seen on dispute_line for select to xinqiao_app using (stream_id = (select viewer_dispute())
  or ((starts_with(region, (select viewer_ledger_region()))
      or exists (select from dispute_party p where p.stream_id = dispute_line.stream_id offset 0))
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on dispute_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- What a dispute says lies in the tables that all streams share. There its stream is shown to whoever has a part in it, whatever other policies
-- allow.
create policy dispute_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'dispute:') or stream_id = (select viewer_dispute())
    or exists (select from dispute_party p where p.stream_id = event.stream_id offset 0));
create policy dispute_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'dispute:') or stream_id = viewer_dispute());
create policy dispute_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'dispute:') or exists (select from dispute_party p where p.stream_id = sealed.stream_id offset 0));

-- The files that are recorded with it.
create policy dispute_seen on file_reference for select to xinqiao_app
  using (starts_with(stream_id, 'dispute:') and exists (select from dispute_party p where p.stream_id = file_reference.stream_id offset 0));
create policy dispute_written on file_reference for insert to xinqiao_app
  with check (starts_with(stream_id, 'dispute:') and stream_id = viewer_dispute());
create policy dispute_removed on file_reference for delete to xinqiao_app using (stream_id = viewer_dispute());
