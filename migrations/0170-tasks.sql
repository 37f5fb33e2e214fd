-- The read models of tasks (落实事项, docs/adr/0036): what somebody instructed, promised or settled, that an organ does by a day. A task is
-- shown to the organ that gives it, to the one that does it and to those that follow it; never to whoever its petitions are kept from.

create table task (
  stream_id text primary key,
  version integer not null,
  -- where it comes from: a stream of another room, and what there gave it
  origin_kind text not null,
  origin_stream text not null,
  origin_key text not null,
  giver text not null,
  -- the account that closes it; null where any head or leader of the giver may
  closer text,
  organ text not null,
  officer text,
  -- the sealed piece that says what is to be done
  what_ref text not null,
  stage text not null,
  given_on date not null,
  until_day date not null,
  reported_on date,
  ended_on date,
  result text
);
create index task_origin on task (origin_stream, given_on, origin_key, stream_id);

-- The petitions that it is about.
create table task_petition (
  stream_id text not null,
  petition text not null,
  is_open boolean not null,
  primary key (stream_id, petition)
);
create index task_petition_petition on task_petition (petition, stream_id);

-- Clocks that still run.
create table task_clock (
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
create index task_clock_due on task_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index task_clock_counted on task_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Who may see a task, and where it lies for them. Every policy below looks here, and this table repeats what they need.
create table task_party (
  stream_id text not null,
  organ text not null,
  part text not null check (part in ('giver', 'doer', 'reader')),
  shelf text not null,
  day date not null,
  origin_kind text not null,
  closer text,
  is_own boolean not null,
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ, part)
);
create index task_party_shelf on task_party (organ, shelf, day, stream_id);

-- The one task that is being written to, named by the program for one transaction.
create function viewer_task() returns text stable parallel safe
  return nullif(current_setting('xinqiao.task', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['task', 'task_petition', 'task_clock', 'task_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_task())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_task())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_task())', name);
    if name <> 'task_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_task())
        or exists (select from task_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

create policy seen on task_party for select to xinqiao_app using (stream_id = (select viewer_task())
  or (organ = (select viewer_organ())
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on task_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- What a task says lies in the tables that all streams share. There its stream is shown to whoever may see the task, whatever other policies
-- allow.
create policy task_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'task:') or stream_id = (select viewer_task())
    or exists (select from task_party p where p.stream_id = event.stream_id offset 0));
create policy task_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'task:') or stream_id = viewer_task());
create policy task_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'task:') or exists (select from task_party p where p.stream_id = sealed.stream_id offset 0));

-- The files that are reported with.
create policy task_seen on file_reference for select to xinqiao_app
  using (starts_with(stream_id, 'task:') and exists (select from task_party p where p.stream_id = file_reference.stream_id offset 0));
create policy task_written on file_reference for insert to xinqiao_app
  with check (starts_with(stream_id, 'task:') and stream_id = viewer_task());
