-- The read models of supervision (docs/adr/0030). A matter is a stream of its own, supervision:…, and is shown to the organs that
-- supervise it, that must act on an order of it or that ask the petitioner for it; never to one from which the petition is kept.

-- Who may see a matter. Every policy below looks here, so this table repeats what they need and looks nowhere else.
create table supervision_organ (
  stream_id text not null,
  organ text not null,
  part text not null check (part in ('supervisor', 'addressee', 'asker')),
  -- organs and officials that must not learn of it
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ, part)
);

create table supervision_matter (
  stream_id text primary key,
  version integer not null,
  subject text not null,
  petition text,
  -- those of a topic
  petitions text[] not null,
  category text not null,
  place text not null,
  begun_on date not null
);
create index supervision_matter_topic on supervision_matter using gin (petitions) where subject = 'topic';

-- What the rules found: for whoever supervises, and for nobody else.
create table supervision_finding (
  stream_id text not null,
  ref text not null,
  rule text not null,
  -- whose failing it would be, and whose supervisors decide on it
  organ text not null,
  decided_by text not null,
  found_on date not null,
  state text not null,
  escalations integer not null,
  mended_on date,
  last_day date,
  decided_on date,
  subject text not null,
  petition text,
  primary key (stream_id, ref)
);
create index supervision_finding_open on supervision_finding (decided_by, last_day, stream_id, ref) where state = 'open';
create index supervision_finding_decided on supervision_finding (decided_by, state, decided_on, stream_id, ref) where state <> 'open';

create table supervision_order (
  stream_id text not null,
  ref text not null,
  kind text not null,
  state text not null,
  is_open boolean not null,
  by_organ text not null,
  addressees text[] not null,
  asker text,
  opened_on date not null,
  due date not null,
  closed_on date,
  executed_on date,
  relapses integer not null,
  subject text not null,
  petition text,
  primary key (stream_id, ref)
);
create index supervision_order_petition on supervision_order (petition) where petition is not null;

-- An order in the lists of each organ that has to do with it. `day`: until when it runs, or when it ended.
create table supervision_order_organ (
  stream_id text not null,
  ref text not null,
  organ text not null,
  part text not null check (part in ('opener', 'addressee', 'asker')),
  kind text not null,
  is_open boolean not null,
  day date not null,
  opened_on date not null,
  reported_on date,
  is_late boolean not null,
  primary key (stream_id, ref, organ, part)
);
create index supervision_order_organ_list on supervision_order_organ (organ, part, is_open, day, stream_id, ref);
create index supervision_order_organ_opened on supervision_order_organ (part, opened_on);
create index supervision_order_organ_plan on supervision_order_organ (day, stream_id, ref) where part = 'addressee' and is_open;

-- Clocks that still run.
create table supervision_clock (
  stream_id text not null,
  clock_id text not null,
  rule text not null,
  organ text not null,
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
create index supervision_clock_due on supervision_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index supervision_clock_counted on supervision_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- 挂牌督办公示: what stands in public, without the petition. The stream names the petition, so the house reads this for everybody.
create table listed_matter (
  stream_id text not null,
  ref text not null,
  kind text not null,
  state text not null,
  is_open boolean not null,
  by_organ text not null,
  organs text[] not null,
  field text not null,
  county text not null,
  opened_on date not null,
  due date not null,
  closed_on date,
  primary key (stream_id, ref)
);
create index listed_matter_board on listed_matter (is_open, due, stream_id, ref);

-- ———— who sees what

alter table supervision_organ enable row level security;
create policy seen on supervision_organ to xinqiao_app
  using (organ = (select viewer_organ()) and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to())))
  with check (organ <> all (kept_from));
create policy house on supervision_organ to xinqiao_work using (true) with check (true);

do $$
declare
  name text;
begin
  foreach name in array array['supervision_matter', 'supervision_order_organ', 'supervision_clock', 'listed_matter'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy seen on %I to xinqiao_app
      using (exists (select from supervision_organ o where o.stream_id = %I.stream_id offset 0)) with check (starts_with(stream_id, ''supervision:''))', name, name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
  end loop;
end
$$;
alter table supervision_finding enable row level security;
create policy seen on supervision_finding to xinqiao_app
  using (exists (select from supervision_organ o where o.stream_id = supervision_finding.stream_id and o.part = 'supervisor' offset 0))
  with check (starts_with(stream_id, 'supervision:'));
create policy house on supervision_finding to xinqiao_work using (true) with check (true);
alter table supervision_order enable row level security;
create policy seen on supervision_order to xinqiao_app
  using (exists (select from supervision_organ o where o.stream_id = supervision_order.stream_id
    and (o.part = 'supervisor' or o.organ = any (supervision_order.addressees) or o.organ = supervision_order.asker) offset 0))
  with check (starts_with(stream_id, 'supervision:'));
create policy house on supervision_order to xinqiao_work using (true) with check (true);

-- What a matter says lies in the tables that all streams share.
create policy supervision_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'supervision:') or exists (select from supervision_organ o where o.stream_id = event.stream_id offset 0));
create policy supervision_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'supervision:') or exists (select from supervision_organ o where o.stream_id = sealed.stream_id offset 0));

-- Files that an organ reports with.
create policy supervision_seen on file_reference for select to xinqiao_app
  using (starts_with(stream_id, 'supervision:') and exists (select from supervision_organ o where o.stream_id = file_reference.stream_id offset 0));
create policy supervision_written on file_reference for insert to xinqiao_app with check (starts_with(stream_id, 'supervision:'));
