-- What this house saved of itself, and how a saved house came through a drill. Local to the house: neither table is in a backup.

create table backup_run (
  id uuid primary key default gen_random_uuid(),
  -- by its own clock, or by somebody at the command line
  cause text not null check (cause in ('schedule', 'hand')),
  -- removed: a newer one took its place, as the office keeps them
  state text not null check (state in ('running', 'made', 'failed', 'removed')),
  began_at timestamptz not null default now(),
  ended_at timestamptz,
  path text not null,
  -- the moment that it shows
  made_at timestamptz,
  -- of its last entry, by which one archive is known from another
  sha256 text,
  bytes bigint,
  facts bigint,
  streams bigint,
  files bigint,
  -- files that the facts name and that the house has lost
  missing bigint,
  -- why it came to nothing: a kind that pages have words for, and a sentence for the operator
  fault_kind text,
  fault text
);
create index backup_run_newest on backup_run (began_at desc);

create table drill_run (
  id uuid primary key default gen_random_uuid(),
  began_at timestamptz not null,
  ended_at timestamptz not null,
  path text not null,
  made_at timestamptz,
  sha256 text,
  -- sound: restored, nothing wrong, everything opens; faulty: restored, and something is wrong; failed: not restored
  state text not null check (state in ('sound', 'faulty', 'failed')),
  facts bigint,
  streams bigint,
  pieces bigint,
  fault_kind text,
  fault text
);
create index drill_run_newest on drill_run (began_at desc);

revoke insert, update, delete on backup_run, drill_run from xinqiao_app;
