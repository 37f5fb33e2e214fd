-- The read models of special working groups (docs/adr/0041). A group is shown to the conference that founded it and to those of other organs who
-- are its members, by name; never to those from whom one of its petitions is kept.

create table working_group (
  stream_id text primary key,
  version integer not null,
  founder text not null,
  stage text not null,
  -- the sealed piece that holds the name
  name_ref text not null,
  founded_on date not null,
  until_day date not null,
  ended_on date,
  members integer not null,
  cases integer not null
);
create index working_group_due on working_group (until_day, stream_id) where stage = 'working';

-- The petitions that it has or had; open ones are still looked after by it.
create table working_group_case (
  stream_id text not null,
  petition text not null,
  is_open boolean not null,
  primary key (stream_id, petition)
);
create index working_group_case_petition on working_group_case (petition, stream_id);

-- Who may see it, and where it lies for them. The policies below look here.
create table working_group_party (
  stream_id text not null,
  organ text not null,
  -- those who are members for the organ; null in the conference that founded it, for everybody there
  accounts text[],
  shelf text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  -- accounts that have withdrawn from one of its petitions
  recused text[] not null,
  primary key (stream_id, organ)
);
create index working_group_party_shelf on working_group_party (organ, shelf, day, stream_id);

-- The one group that is being written to, named by the program for one transaction.
create function viewer_group() returns text stable parallel safe
  return nullif(current_setting('xinqiao.group', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['working_group', 'working_group_case', 'working_group_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_group())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_group())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_group())', name);
    if name <> 'working_group_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_group())
        or exists (select from working_group_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

create policy seen on working_group_party for select to xinqiao_app using (stream_id = (select viewer_group())
  or (organ = (select viewer_organ()) and (accounts is null or accounts @> array[(select viewer_account())])
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (recused = '{}' or not recused && (select viewer_accounts()))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on working_group_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- What a group says lies in the tables that all streams share.
create policy group_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'group:') or stream_id = (select viewer_group())
    or exists (select from working_group_party p where p.stream_id = event.stream_id offset 0));
create policy group_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'group:') or stream_id = viewer_group());
create policy group_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'group:')
    or exists (select from working_group_party p where p.stream_id = sealed.stream_id offset 0));
