-- Training (教育培训, docs/adr/0068). A course is seen by everybody in an organ that holds it or whose people may come, its questions only by who
-- teaches it. An enrolment is seen by the person, by who leads their organ, and by who teaches or leads where the course is held.

create table course (
  stream_id text primary key,
  version integer not null,
  stage text not null,
  organ text not null,
  teacher text not null,
  kind text not null,
  held_on date not null,
  title_ref text not null,
  sessions integer not null,
  opens date,
  closes date
);

create table course_party (
  stream_id text not null,
  organ text not null,
  stage text not null,
  held_on date not null,
  teacher text,
  primary key (stream_id, organ)
);
create index course_party_shelf on course_party (organ, stage, held_on, stream_id);

-- What of the sealed pieces of a course everybody may read who sees it. Whatever is not named here is a question or what is right.
create table course_piece (
  stream_id text not null,
  ref text not null,
  primary key (stream_id, ref)
);

create table enrolment (
  stream_id text primary key,
  version integer not null,
  stage text not null,
  course text not null,
  kind text not null,
  holder text not null,
  home text not null,
  account text not null,
  invited_on date not null,
  sessions integer not null,
  tries integer not null,
  holds_until date
);
-- What somebody holds of a kind, wherever they got it.
create index enrolment_held on enrolment (account, kind, holds_until) where stage = 'certified';

create table enrolment_party (
  stream_id text not null,
  organ text not null,
  is_home boolean not null,
  is_holder boolean not null,
  account text not null,
  course text not null,
  invited_on date not null,
  teacher text,
  primary key (stream_id, organ)
);
create index enrolment_party_person on enrolment_party (organ, account, invited_on, stream_id) where is_home;
create index enrolment_party_home on enrolment_party (organ, invited_on, stream_id) where is_home;
create index enrolment_party_course on enrolment_party (course, organ, invited_on, stream_id);

-- Clocks that still run.
create table enrolment_clock (
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
create index enrolment_clock_due on enrolment_clock (last_day, stream_id) where state = 'running' and not is_overdue;
create index enrolment_clock_counted on enrolment_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- The one course or enrolment that is being written to, named by the program for one transaction.
create function viewer_training() returns text stable parallel safe
  return nullif(current_setting('xinqiao.training', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['course', 'course_party', 'course_piece', 'enrolment', 'enrolment_party', 'enrolment_clock'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_training())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_training())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_training())', name);
  end loop;
  foreach name in array array['course', 'course_piece'] loop
    execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_training())
      or exists (select from course_party p where p.stream_id = %I.stream_id offset 0))', name, name);
  end loop;
  foreach name in array array['enrolment', 'enrolment_clock'] loop
    execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_training())
      or exists (select from enrolment_party p where p.stream_id = %I.stream_id offset 0))', name, name);
  end loop;
end
$$;

create policy seen on course_party for select to xinqiao_app
  using (stream_id = (select viewer_training()) or organ = (select viewer_organ()));

create policy seen on enrolment_party for select to xinqiao_app using (stream_id = (select viewer_training())
  or (organ = (select viewer_organ())
    and ((select viewer_leads()) or (is_home and account = (select viewer_account())) or teacher = (select viewer_account()))));

-- What they say lies in the tables that all streams share.
create policy course_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'course:') or stream_id = (select viewer_training())
    or exists (select from course_party p where p.stream_id = event.stream_id offset 0));
create policy course_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'course:') or stream_id = viewer_training());
create policy course_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'course:')
    or exists (select from course_piece o where o.stream_id = sealed.stream_id and o.ref = sealed.ref offset 0)
    or exists (select from course_party p where p.stream_id = sealed.stream_id and p.teacher = (select viewer_account()) offset 0));

create policy enrolment_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'enrolment:') or stream_id = (select viewer_training())
    or exists (select from enrolment_party p where p.stream_id = event.stream_id offset 0));
create policy enrolment_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'enrolment:') or stream_id = viewer_training());
create policy enrolment_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'enrolment:')
    or exists (select from enrolment_party p where p.stream_id = sealed.stream_id offset 0));
