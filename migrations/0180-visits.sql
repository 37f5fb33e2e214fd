-- The read models of visits to villages (docs/adr/0039). A visit is shown to the organ that plans it, and of every other organ only to those
-- who go; never to whoever it is kept from: an organ that one of its cases accuses, an official whom one names, and who answers to them.

create table visit (
  stream_id text primary key,
  version integer not null,
  -- the organ that plans it, and where that is
  organ text not null,
  region text not null,
  stage text not null,
  day date not null,
  cases integer not null,
  planned_on date not null,
  concluded_on date
);

-- The petitions that are taken along, and those that problems became which were heard on the way.
create table visit_case (
  stream_id text not null,
  petition text not null,
  state text not null,
  primary key (stream_id, petition)
);
create index visit_case_petition on visit_case (petition, stream_id);

-- Which leader goes when: what the required frequency is held against.
create table visit_leader (
  stream_id text not null,
  account text not null,
  organ text not null,
  region text not null,
  stage text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, account)
);
create index visit_leader_day on visit_leader (account, day, stream_id);

-- Who may see a visit. Every policy below looks here, and this table repeats what they need.
create table visit_party (
  stream_id text not null,
  organ text not null,
  -- null: everybody who works there
  accounts text[],
  stage text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ)
);
create index visit_party_day on visit_party (organ, day, stream_id);

-- The one visit that is being written to, named by the program for one transaction.
create function viewer_visit() returns text stable parallel safe
  return nullif(current_setting('xinqiao.visit', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['visit', 'visit_case', 'visit_leader', 'visit_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_visit())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_visit())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_visit())', name);
  end loop;
  foreach name in array array['visit', 'visit_case'] loop
    execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_visit())
      or exists (select from visit_party p where p.stream_id = %I.stream_id offset 0))', name, name);
  end loop;
end
$$;

create policy seen on visit_party for select to xinqiao_app using (stream_id = (select viewer_visit())
  or (organ = (select viewer_organ())
    and (accounts is null or (select viewer_account()) = any (accounts))
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))));

-- That a leader went, and on which day, whoever looks over their organ may know; of what it was about nothing stands here.
create policy seen on visit_leader for select to xinqiao_app using (stream_id = (select viewer_visit())
  or ((organ = (select viewer_organ()) or viewer_looks_over(organ))
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on visit_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- What is written of a visit lies in the tables that all streams share, and is shown there to the same people.
create policy visit_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'visit:') or stream_id = (select viewer_visit())
    or exists (select from visit_party p where p.stream_id = event.stream_id offset 0));
create policy visit_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'visit:') or stream_id = viewer_visit());
create policy visit_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'visit:')
    or exists (select from visit_party p where p.stream_id = sealed.stream_id offset 0));
