-- Regularities (探索规律, docs/adr/0064): of petitions that were solved, what was done in them and whether they came again within twelve months.
-- Kept by the consumer `regularities` from facts alone (src/insight/regularities/line.ts). Lines know offices, places, kinds and days, and nobody;
-- what accuses an organ or names an official has none.

create table regularity_line (
  stream_id text primary key,
  -- whoever had it last
  organ text not null,
  place text not null,
  category text not null,
  ended_on date not null,
  -- what was done in the petition itself
  measures text[] not null,
  -- the first day on which it was asked again, or asked for review; null where neither is known
  again_on date
);
create index regularity_line_ended on regularity_line (ended_on, stream_id);

-- What other rooms did in a petition, whether or not it has a line, and when first: what was done after it ended did not end it.
create table regularity_measure (
  stream_id text not null,
  measure text not null,
  on_day date not null,
  primary key (stream_id, measure)
);

alter table regularity_line enable row level security;
create policy house on regularity_line to xinqiao_work using (true) with check (true);
-- An organ reads what it had; one that answers for a place what was of that place.
create policy seen on regularity_line for select to xinqiao_app using (organ = (select viewer_organ())
  or place >= (select viewer_place()) and place < (select viewer_place()) || ':');

alter table regularity_measure enable row level security;
create policy house on regularity_measure to xinqiao_work using (true) with check (true);
create policy seen on regularity_measure for select to xinqiao_app
  using (exists (select from regularity_line l where l.stream_id = regularity_measure.stream_id offset 0));

revoke insert, update, delete on regularity_line, regularity_measure from xinqiao_app;
