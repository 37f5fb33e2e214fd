-- Letters of responsibility (目标责任书) and the figures that were issued under them: seen by both sides, and by the organ above once an
-- objection has gone there. What is circulated further is figures alone (art. 39 (1)).

create table letter (
  stream_id text primary key,
  version integer not null,
  year integer not null,
  upper text not null,
  lower text not null,
  covers text not null,
  stage text not null,
  carries_on text,
  -- sides that have not signed the draft
  unsigned text[] not null,
  issued integer not null,
  open_objections integer not null,
  next_day date
);

-- Clocks that still run.
create table letter_clock (
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
create index letter_clock_due on letter_clock (last_day, stream_id, clock_id) where state = 'running' and not is_overdue;
create index letter_clock_counted on letter_clock (counted_by, looks_through, stream_id, clock_id)
  include (looks_from, place_of) where looks_through is not null;

-- Figures as they stand now; each edition is in the facts.
create table assessment_figure (
  stream_id text not null,
  issue text not null,
  indicator text not null,
  period text not null,
  year integer not null,
  upper text not null,
  lower text not null,
  -- kind and level of the assessed when the letter was drafted: ranking is among these alone
  likeness text not null,
  audience text not null check (audience in ('sides', 'alike')),
  numerator integer not null,
  denominator integer not null,
  digest text not null,
  edition integer not null,
  primary key (stream_id, issue, indicator)
);
create index assessment_figure_circulated on assessment_figure (upper, period, likeness) where audience = 'alike';

-- Who may see a letter. Every policy below looks here, so this table repeats what they need and looks nowhere else.
create table letter_part (
  stream_id text not null,
  organ text not null,
  part text not null check (part in ('upper', 'lower', 'above')),
  year integer not null,
  upper text not null,
  likeness text not null,
  -- letters are listed by their part, the newest year first
  place text not null,
  primary key (stream_id, organ, part)
);
create index letter_part_of_organ on letter_part (organ, place desc, stream_id desc);

-- The cases that an issued figure was made of, edition by edition. They are written with the fact that names their digest, and are
-- checked against it; no state could yield them again, because facts go on.
create table assessment_case (
  stream_id text not null,
  issue text not null,
  indicator text not null,
  edition integer not null,
  case_stream text not null,
  item text not null,
  organ text not null,
  day date not null,
  outcome text not null,
  -- of the case's own stream: up to there its facts make this line
  version integer not null,
  -- what was decided of it: null for as it was counted
  ruling text check (ruling in ('leftOut', 'corrected', 'readAgain')),
  primary key (stream_id, issue, indicator, edition, case_stream, item)
);
create index assessment_case_page on assessment_case (stream_id, issue, indicator, edition, day, case_stream, item);

alter table letter enable row level security;
alter table letter_clock enable row level security;
alter table letter_part enable row level security;
alter table assessment_figure enable row level security;
alter table assessment_case enable row level security;

create policy letter_work on letter to xinqiao_work using (true) with check (true);
create policy letter_clock_work on letter_clock to xinqiao_work using (true) with check (true);
create policy letter_part_work on letter_part to xinqiao_work using (true) with check (true);
create policy assessment_figure_work on assessment_figure to xinqiao_work using (true) with check (true);
create policy assessment_case_work on assessment_case to xinqiao_work using (true) with check (true);

create policy letter_part_seen on letter_part to xinqiao_app
  using (organ = (select viewer_organ())) with check (starts_with(stream_id, 'letter:'));
create policy letter_seen on letter to xinqiao_app
  using (exists (select from letter_part p where p.stream_id = letter.stream_id offset 0)) with check (starts_with(stream_id, 'letter:'));
create policy letter_clock_seen on letter_clock to xinqiao_app
  using (exists (select from letter_part p where p.stream_id = letter_clock.stream_id offset 0))
  with check (starts_with(stream_id, 'letter:'));
create policy assessment_case_seen on assessment_case to xinqiao_app
  using (exists (select from letter_part p where p.stream_id = assessment_case.stream_id offset 0))
  with check (exists (select from letter_part p where p.stream_id = assessment_case.stream_id offset 0));
create policy assessment_figure_seen on assessment_figure to xinqiao_app
  using (exists (select from letter_part p where p.stream_id = assessment_figure.stream_id offset 0))
  with check (starts_with(stream_id, 'letter:'));
-- 在适当范围内通报: among organs alike under the same upper organ, by whoever has a letter of that year from it.
create policy assessment_figure_circulated on assessment_figure for select to xinqiao_app
  using (audience = 'alike' and exists (select from letter_part p where p.part = 'lower'
    and p.upper = assessment_figure.upper and p.year = assessment_figure.year and p.likeness = assessment_figure.likeness offset 0));

-- What a letter says lies in the tables that all streams share; there it is shown to its parts, whatever other policies allow.
create policy letter_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'letter:') or exists (select from letter_part p where p.stream_id = event.stream_id offset 0));
create policy letter_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'letter:') or exists (select from letter_part p where p.stream_id = sealed.stream_id offset 0));
