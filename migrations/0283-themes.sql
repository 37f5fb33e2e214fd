-- Governed themes (主题治理, 每月一题, docs/adr/0063): what many petitions are about, with one who answers for it, a day, steps that are tasks,
-- and what was measured. Seen by the bureau that governs it, the organ that answers for it and those that have a step.

create table theme (
  stream_id text primary key,
  version integer not null,
  stage text not null,
  governor text not null,
  owner text not null,
  -- what is counted of
  topic integer,
  category text,
  place text not null,
  name_ref text not null,
  governed_on date not null,
  since date not null,
  due date not null,
  steps integer not null,
  result text,
  closed_on date,
  reopened integer not null
);
create index theme_closed on theme (closed_on, stream_id) where stage = 'closed';
create index theme_topic on theme (topic, stream_id) where topic is not null;

-- Clocks that still run.
create table theme_clock (
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
create index theme_clock_due on theme_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index theme_clock_counted on theme_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Who may see a theme, and where it lies for them.
create table theme_party (
  stream_id text not null,
  organ text not null,
  part text not null check (part in ('governor', 'owner', 'doer')),
  shelf text not null,
  day date not null,
  primary key (stream_id, organ)
);
create index theme_party_shelf on theme_party (organ, shelf, day, stream_id);

-- The one theme that is being written to, named by the program for one transaction.
create function viewer_theme() returns text stable parallel safe
  return nullif(current_setting('xinqiao.theme', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['theme', 'theme_clock', 'theme_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_theme())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_theme())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_theme())', name);
    if name <> 'theme_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_theme())
        or exists (select from theme_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

create policy seen on theme_party for select to xinqiao_app using (stream_id = (select viewer_theme())
  or organ = (select viewer_organ()));

-- What a theme says lies in the tables that all streams share.
create policy theme_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'theme:') or stream_id = (select viewer_theme())
    or exists (select from theme_party p where p.stream_id = event.stream_id offset 0));
create policy theme_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'theme:') or stream_id = viewer_theme());
create policy theme_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'theme:') or exists (select from theme_party p where p.stream_id = sealed.stream_id offset 0));
