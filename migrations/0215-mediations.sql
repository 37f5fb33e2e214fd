-- The read models of mediations (调解, docs/adr/0048). A mediation is shown to the organ that holds it, to the one that brought it there, to
-- organs that are a party and to those that handle what it is about; never to whoever its petition or dispute is kept from. A party with a key of
-- their own is shown theirs, by the key.

create table mediation (
  stream_id text primary key,
  version integer not null,
  kind text not null,
  stage text not null,
  subject_kind text not null,
  petition text,
  -- the proposal in the petition from which it begins
  petition_ref text,
  dispute text,
  organ text not null,
  opened_on date not null,
  what_ref text not null,
  -- parties that act with the key of the petition, by their references in it
  petitioners text[] not null,
  parties integer not null,
  consents integer not null
);
create index mediation_petition on mediation (petition, opened_on, stream_id) where petition is not null;
create index mediation_dispute on mediation (dispute, opened_on, stream_id) where dispute is not null;

-- Clocks that still run.
create table mediation_clock (
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
create index mediation_clock_due on mediation_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index mediation_clock_counted on mediation_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Which organs may see it, and where it lies for them. Every policy below looks here, and this table repeats what they need.
create table mediation_party (
  stream_id text not null,
  organ text not null,
  part text not null check (part in ('holder', 'party', 'opener', 'handler')),
  shelf text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  recused text[] not null,
  primary key (stream_id, organ, part)
);
create index mediation_party_shelf on mediation_party (organ, part, shelf, day, stream_id);

-- What is kept of the numbers and keys that parties were handed.
create table mediation_key (
  stream_id text not null,
  party text not null,
  reference text not null,
  digest bytea not null,
  primary key (stream_id, party)
);
create index mediation_key_reference on mediation_key (reference);

-- The one mediation that is written to, or that a party has shown to be theirs; and the number by which one is looked for.
create function viewer_mediation() returns text stable parallel safe
  return nullif(current_setting('xinqiao.mediation', true), '');
create function viewer_mediation_reference() returns text stable parallel safe
  return nullif(current_setting('xinqiao.mediation_reference', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['mediation', 'mediation_clock', 'mediation_party', 'mediation_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_mediation())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_mediation())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_mediation())', name);
  end loop;
end
$$;

create policy seen on mediation_party for select to xinqiao_app using (stream_id = (select viewer_mediation())
  or (organ = (select viewer_organ())
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (recused = '{}' or not recused && (select viewer_accounts()))));
-- a petitioner who is a party finds it by the key of the petition
create policy seen on mediation for select to xinqiao_app using (stream_id = (select viewer_mediation())
  or exists (select from mediation_party p where p.stream_id = mediation.stream_id offset 0)
  or (petition = (select viewer_petition()) and (select viewer_person()) = any (petitioners)));
create policy seen on mediation_clock for select to xinqiao_app using (stream_id = (select viewer_mediation())
  or exists (select from mediation_party p where p.stream_id = mediation_clock.stream_id offset 0));
create policy seen on mediation_key for select to xinqiao_app
  using (stream_id = (select viewer_mediation()) or reference = (select viewer_mediation_reference()));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on mediation_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- What mediations say lies in the tables that all streams share. There it is shown to whoever may see the mediation, whatever other policies
-- allow.
create policy mediation_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'mediation:') or stream_id = (select viewer_mediation())
    or exists (select from mediation_party p where p.stream_id = event.stream_id offset 0));
create policy mediation_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'mediation:') or stream_id = viewer_mediation());
create policy mediation_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'mediation:') or stream_id = (select viewer_mediation())
    or exists (select from mediation_party p where p.stream_id = sealed.stream_id offset 0));
