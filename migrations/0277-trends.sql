-- Structure and trend (结构与趋势, docs/adr/0062): what is counted, kept by the consumer `trends` from facts alone (src/insight/trends/line.ts).
-- Lines and counts know places, kinds, offices and months, and nobody. Each matter has a line for every organ with a part in it, and one for
-- its place, whose organ is empty. One that is kept from somebody is in no count: each reads those of their own that the database shows them.

create table trend_line (
  stream_id text not null,
  -- whose it is; empty for the line of its place
  organ text not null,
  -- an organ complained about; empty where none is named
  complained text not null,
  -- whether the matter is counted by this line: one that complains of several organs has a line for each, and is one matter
  is_matter boolean not null,
  day date not null,
  month text not null,
  place text not null,
  category text not null,
  class text not null,
  channel text not null,
  outcome text not null,
  stage text not null,
  is_again boolean not null,
  -- by which organs it went round and came back; empty where it did not
  circle text not null,
  -- from somebody whom it accuses or names, or who withdrew
  is_kept boolean not null,
  -- whether it is in the count of its place too, so that whoever opens that count finds it
  is_of_place boolean not null,
  primary key (stream_id, organ, complained)
);
create index trend_line_newest on trend_line (organ, day desc, stream_id desc);
create index trend_line_kept on trend_line (organ, month) where is_kept;

-- Local: sums of the lines that are kept from nobody, in the same transaction.
create table trend_count (
  organ text not null,
  month text not null,
  place text not null,
  category text not null,
  class text not null,
  channel text not null,
  complained text not null,
  outcome text not null,
  stage text not null,
  is_again boolean not null,
  circle text not null,
  -- matters, each once
  n integer not null,
  -- how often an organ, or none, was complained about
  mentions integer not null,
  primary key (organ, month, place, category, class, channel, complained, outcome, stage, is_again, circle)
);

-- The place that the viewer's organ answers for: empty for the whole country, null for an organ that answers for none.
create function viewer_place() returns text stable parallel safe
  return (select case region when '00' then '' else region end from organ
    where id = viewer_organ() and kind in ('bureau', 'government', 'party', 'conference'));

alter table trend_line enable row level security;
create policy seen on trend_line for select to xinqiao_app using (organ = (select viewer_organ())
  and (not is_kept or exists (select from petition_organ o where o.stream_id = trend_line.stream_id offset 0)));
create policy house on trend_line to xinqiao_work using (true) with check (true);

-- An organ reads the counts of its own part; one that answers for a place those of that place.
alter table trend_count enable row level security;
create policy seen on trend_count for select to xinqiao_app using (organ = (select viewer_organ())
  or organ = '' and place >= (select viewer_place()) and place < (select viewer_place()) || ':');
create policy house on trend_count to xinqiao_work using (true) with check (true);
revoke insert, update, delete on trend_line, trend_count from xinqiao_app;
