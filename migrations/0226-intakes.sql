-- The read models of a mediation centre's window (一窗受理, docs/adr/0050): who was taken in and what was done with it. It is shown to that centre,
-- and to whoever came by the key on their slip; never to those from whom a petition is kept that it became.

create table intake (
  stream_id text primary key,
  version integer not null,
  reference text not null,
  centre text not null,
  stage text not null,
  way text not null,
  category text not null,
  place text not null,
  concerned integer not null,
  petition text,
  taken_on date not null,
  moved_on date not null,
  led_as text,
  until_day date,
  is_erased boolean not null
);
-- whatever is with a petition goes with it
create index intake_petition on intake (petition, stream_id) where petition is not null;

-- Who may see it, and where it lies for them. Every policy below looks here.
create table intake_party (
  stream_id text not null,
  organ text not null,
  stage text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  recused text[] not null,
  primary key (stream_id, organ)
);
create index intake_party_stage on intake_party (organ, stage, day, stream_id);

-- What is kept of the key that whoever came was shown once.
create table intake_key (
  stream_id text primary key,
  digest bytea not null
);

-- The one intake that is written to, or whose key is looked at, named by the program for one transaction.
create function viewer_intake() returns text stable parallel safe
  return nullif(current_setting('xinqiao.intake', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['intake', 'intake_party', 'intake_key'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_intake())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_intake())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_intake())', name);
  end loop;
end
$$;

create policy seen on intake_party for select to xinqiao_app using (stream_id = (select viewer_intake())
  or (organ = (select viewer_organ())
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (recused = '{}' or not recused && (select viewer_accounts()))));
create policy seen on intake for select to xinqiao_app using (stream_id = (select viewer_intake())
  or exists (select from intake_party p where p.stream_id = intake.stream_id offset 0));
create policy seen on intake_key for select to xinqiao_app using (stream_id = (select viewer_intake()));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on intake_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- What an intake says lies in the tables that all streams share.
create policy intake_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'intake:') or stream_id = (select viewer_intake())
    or exists (select from intake_party p where p.stream_id = event.stream_id offset 0));
create policy intake_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'intake:') or stream_id = viewer_intake());
create policy intake_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'intake:') or stream_id = (select viewer_intake())
    or exists (select from intake_party p where p.stream_id = sealed.stream_id offset 0));
