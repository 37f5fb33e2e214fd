-- The petition room's read models. Each is derived from the petition's facts alone; `fsck` compares them.

create table petition (
  stream_id text primary key,
  version integer not null,
  stage text not null,
  class text not null,
  category text not null,
  place text not null,
  channel text not null,
  track text not null,
  confidentiality text not null,
  headcount integer not null,
  is_urgent boolean not null,
  received_on date not null,
  registered_on date not null,
  ended_on date,
  registrar text not null,
  holder text not null,
  clerk text,
  round integer not null,
  -- the sealed piece that holds the title, opened only for the page that shows it
  title_ref text not null,
  -- the next day that binds an organ
  next_rule text,
  next_day date,
  next_is_overdue boolean not null
);

-- Which organs have a part in a petition, and so may see it. The day is here so that a list walks one index.
create table petition_organ (
  stream_id text not null,
  organ text not null,
  registered_on date not null,
  primary key (stream_id, organ)
);
create index petition_organ_newest on petition_organ (organ, registered_on desc, stream_id desc);

-- Clocks that still run. Stopped ones are in the facts; nobody looks for them by day.
create table petition_clock (
  stream_id text not null,
  clock_id text not null,
  rule text not null,
  -- whose duty it is; null for a petitioner's right
  organ text,
  -- the clerk named for it
  clerk text,
  last_day date not null,
  -- running or suspended
  state text not null,
  is_overdue boolean not null,
  -- what the sweep does when the last day has passed: overdue or lapsed
  after text not null,
  primary key (stream_id, clock_id)
);
create index petition_clock_worklist on petition_clock (organ, last_day, stream_id, clock_id) where after = 'overdue';
create index petition_clock_mine on petition_clock (clerk, last_day, stream_id, clock_id) where after = 'overdue' and clerk is not null;
-- What fell due and has not been marked: the sweep costs what it finds here.
create index petition_clock_due on petition_clock (last_day, stream_id) where state = 'running' and not is_overdue;

-- Who opened a petition, so that the petitioner can see it. Not a fact: it changes nothing about the matter.
create table petition_look (
  stream_id text not null,
  id uuid not null default gen_random_uuid(),
  looked_at timestamptz not null,
  account text not null,
  organ text not null,
  primary key (stream_id, id)
);
