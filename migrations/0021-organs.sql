-- Organs: small, public, the same everywhere. A reference table where the database is distributed.
create table organ (
  stream_id text primary key,
  id text not null unique,
  name_zh text not null,
  name_en text not null,
  kind text not null,
  level text not null,
  -- division code: 2, 4, 6, 9 or 12 digits, each the beginning of those inside it; 00 the whole country
  region text not null,
  -- the organ above it by administration, and by profession
  parent text,
  lead_by text,
  state text not null check (state in ('active', 'merged', 'split', 'abolished')),
  -- who carries on the duties of one that ended
  successors jsonb not null,
  opened_on date not null,
  -- how many things were done to it: from the sum of these a process sees that something changed
  acts integer not null
);
