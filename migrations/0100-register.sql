-- The register: every fact gets a place in one log, after its commit and without gaps, and that log is published as a Merkle tree
-- (src/register/). It holds commitments only; who has no salt learns nothing from it.

-- Drawn at random for each fact. With it, and the hash that chains the stream, whoever is shown a fact can find it in the log.
alter table event add column salt bytea;
update event set salt = uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid());
alter table event alter column salt set not null,
  alter column salt set default uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()),
  add check (octet_length(salt) = 32);
grant insert (salt) on event to xinqiao_app, xinqiao_work;

-- Where in the log a fact stands, counted from 0.
create table leaf (
  stream_id text not null,
  version integer not null,
  position bigint not null check (position >= 0),
  primary key (stream_id, version)
);
create index leaf_position on leaf (position);
alter table leaf enable row level security;
create policy house on leaf to xinqiao_work using (true) with check (true);
create policy seen on leaf for select to xinqiao_app using (
  stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = leaf.stream_id offset 0));

-- What the log holds, as everybody can fetch it: sha256(label || salt || hash). Local to the house, as its order is.
create table log_entry (
  position bigint primary key check (position >= 0),
  entry bytea not null check (octet_length(entry) = 32)
);
create index log_entry_found on log_entry (entry);

-- How far the log has come. One row.
create table register_log (
  name text primary key check (name = 'log'),
  -- the name by which everybody knows this log, for ever
  origin text not null,
  -- entries that have their place, and the last fact among them in the order of (xid, seq)
  size bigint not null default 0,
  xid xid8 not null default '0',
  seq bigint not null default 0,
  -- entries under the newest checkpoint, and the root over them
  published bigint not null default 0,
  root bytea,
  -- a signed note
  checkpoint text,
  published_at timestamptz,
  -- why it goes on no more until somebody has looked: what was published and what lies here are not one
  stopped_at timestamptz,
  fault jsonb
);

-- A place once given is never given again, and nothing that was published is taken back.
revoke all on leaf, log_entry, register_log from xinqiao_app, xinqiao_work;
grant select on leaf, log_entry, register_log to xinqiao_app;
grant select, insert on leaf, log_entry to xinqiao_work;
grant select, insert, update on register_log to xinqiao_work;
