-- What is measured, kept by the consumer `assessment` from facts alone (src/assessment/petition-lines.ts), and its sums. A figure costs
-- what is asked and a fact what it changes, however many petitions there are (docs/adr/0033).

create table assessment_line (
  stream_id text not null,
  measure text not null,
  -- which it is within its stream: a clock, a rating; never a person
  item text not null,
  organ text not null,
  -- by which it belongs to a period
  day date not null,
  outcome text not null,
  -- the version of the stream that made it so
  version integer not null,
  primary key (stream_id, measure, item)
);
create index assessment_line_of_organ on assessment_line (organ, measure, day, stream_id, item);

-- Local: sums of the lines, kept in the same transaction.
create table assessment_count (
  organ text not null,
  measure text not null,
  month text not null,
  outcome text not null,
  n integer not null,
  primary key (organ, measure, month, outcome)
);

-- Organs whose figures the viewer's organ may read: its own, those of whoever stands below it by administration or by profession, and,
-- where it answers for a place, those of that place.
create function viewer_overseen() returns text[] stable parallel safe
begin atomic
  with recursive line (id, upper) as (
    select id, parent from organ where parent is not null
    union all
    select id, lead_by from organ where lead_by is not null
  ), below (id) as (
    select viewer_organ() where viewer_organ() is not null
    union
    select line.id from below join line on line.upper = below.id
  ), seat (region) as (
    select region from organ where id = viewer_organ() and kind in ('bureau', 'government', 'party', 'conference')
  )
  select coalesce(array_agg(id), '{}') from (
    select id from below
    union
    select organ.id from organ, seat where seat.region = '00' or starts_with(organ.region, seat.region)
  ) as overseen;
end;

-- A sum is read by whoever may read the organ's figures; what is behind it by whoever may see the case itself, whatever its room.
alter table assessment_count enable row level security;
create policy seen on assessment_count for select to xinqiao_app using (organ = any ((select viewer_overseen())::text[]));
create policy house on assessment_count to xinqiao_work using (true) with check (true);
alter table assessment_line enable row level security;
create policy seen on assessment_line for select to xinqiao_app
  using (exists (select from event e where e.stream_id = assessment_line.stream_id and e.version = 1 offset 0));
create policy house on assessment_line to xinqiao_work using (true) with check (true);
revoke insert, update, delete on assessment_line, assessment_count from xinqiao_app;
