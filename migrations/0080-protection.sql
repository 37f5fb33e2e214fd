-- The protection room's read models: reports that go past the organ which handles a petition (docs/adr/0016). Whom they are
-- about must never see them, and the database alone is enough to keep it so: each row is shown to the organ that hears the
-- report and to the petitioner who made it, as the viewer's settings name them, and to nobody else.

create table report (
  stream_id text primary key,
  version integer not null,
  petition text not null,
  -- the place within the petition: p1, p2 …
  person text not null,
  about text not null,
  -- the organ that it concerns
  organ text not null,
  stage text not null,
  reported_on date not null,
  closed_on date,
  -- the next day that binds whoever hears it
  next_rule text,
  next_day date,
  next_is_overdue boolean not null
);
create index report_of_petition on report (petition, person, reported_on);

-- Clocks that still run.
create table report_clock (
  stream_id text not null,
  clock_id text not null,
  rule text not null,
  -- whose duty it is; null for the petitioner's window
  organ text,
  last_day date not null,
  state text not null,
  is_overdue boolean not null,
  after text not null,
  primary key (stream_id, clock_id)
);
create index report_clock_due on report_clock (last_day, stream_id) where state = 'running' and not is_overdue;

-- Who may see a report. Every policy below looks here, so this table repeats what they need and looks nowhere else.
create table report_hearer (
  stream_id text not null,
  organ text not null,
  petition text not null,
  person text not null,
  -- organs and officials that must not learn of it
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ)
);
create index report_hearer_organ on report_hearer (organ, stream_id);

-- Who opened a report, so that the petitioner can see it.
create table report_look (
  stream_id text not null,
  id uuid not null default gen_random_uuid(),
  looked_at timestamptz not null,
  account text not null,
  organ text not null,
  primary key (stream_id, id)
);
revoke update, delete on report_look from xinqiao_app;
revoke update on report_look from xinqiao_work;

-- The petitioner's place within the petition: of a report not even the others of the same matter know.
create function viewer_person() returns text stable parallel safe
  return nullif(current_setting('xinqiao.person', true), '');

alter table report enable row level security;
alter table report_clock enable row level security;
alter table report_hearer enable row level security;
alter table report_look enable row level security;

create policy report_work on report to xinqiao_work using (true) with check (true);
create policy report_clock_work on report_clock to xinqiao_work using (true) with check (true);
create policy report_hearer_work on report_hearer to xinqiao_work using (true) with check (true);
create policy report_look_work on report_look to xinqiao_work using (true) with check (true);

create policy report_hearer_seen on report_hearer to xinqiao_app
  using (
    (organ = viewer_organ() and not kept_from && (select viewer_barred_by())
      and (officials = '{}' or not officials && (select viewer_answers_to())))
    or (petition = viewer_petition() and person = viewer_person()))
  with check (organ <> all (kept_from));
create policy report_seen on report to xinqiao_app
  using (exists (select from report_hearer h where h.stream_id = report.stream_id)) with check (true);
create policy report_clock_seen on report_clock to xinqiao_app
  using (exists (select from report_hearer h where h.stream_id = report_clock.stream_id)) with check (true);
create policy report_look_seen on report_look to xinqiao_app
  using (exists (select from report_hearer h where h.stream_id = report_look.stream_id)) with check (true);
