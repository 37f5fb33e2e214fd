-- The engine: facts, what must be done after them, and who has read how far.
-- Every table that grows with cases has stream_id first in its primary key and no key or reference across streams, so
-- that it can be distributed by stream. `idempotency` and `consumer` stay local to the house.

-- A fact is never changed or deleted: no role of the running house is granted more than SELECT and INSERT.
create table event (
  stream_id text not null,
  version integer not null check (version > 0),
  type text not null,
  -- the canonical JSON (RFC 8785) of the whole envelope; text, because the hash is over these very bytes
  fact text not null,
  -- sha256(hash of the version before || utf8 of fact)
  hash bytea not null,
  recorded_at timestamptz not null,
  -- (xid, seq) is the order in which consumers read: seq alone would let a late commit slip in behind a reader
  xid xid8 not null default pg_current_xact_id(),
  seq bigint not null generated always as identity,
  primary key (stream_id, version)
);
create index event_reading_order on event (xid, seq);

-- Work to be done after the commit. Payloads hold references only.
create table outbox (
  stream_id text not null,
  id uuid not null,
  kind text not null,
  payload jsonb not null,
  start_after timestamptz,
  created_at timestamptz not null,
  -- null until the job queue has it
  relayed_at timestamptz,
  attempts integer not null default 0,
  -- not before then, after a failed attempt
  retry_at timestamptz not null default '-infinity',
  -- why the last attempt failed: a code and a sentence of ours, never a value
  fault text,
  primary key (stream_id, id)
);
create index outbox_waiting on outbox (retry_at, created_at) where relayed_at is null;
create index outbox_relayed on outbox (relayed_at) where relayed_at is not null;

-- One row a request that had an effect. Local: a key of a new petition cannot know its stream.
create table idempotency (
  scope text not null,
  key text not null,
  request_digest text not null,
  stream_id text not null,
  first_version integer not null,
  version integer not null,
  response json not null,
  recorded_at timestamptz not null,
  primary key (scope, key)
);
create index idempotency_age on idempotency (recorded_at);

-- How far each reader has come. A fault stops that reader, stays here until somebody looks, and stops no other.
create table consumer (
  name text primary key,
  xid xid8 not null default '0',
  seq bigint not null default 0,
  stopped_at timestamptz,
  stopped_stream text,
  stopped_version integer,
  fault text
);

-- Facts are for ever, and what is remembered of requests and jobs is not for the house to change while it runs.
-- seq and xid are nobody's to choose, so INSERT on event is granted by column.
revoke all on event, outbox, idempotency, consumer from xinqiao_app, xinqiao_work;
grant select, insert (stream_id, version, type, fact, hash, recorded_at) on event to xinqiao_app, xinqiao_work;
grant select, insert on outbox, idempotency to xinqiao_app;
grant select on consumer to xinqiao_app;
grant select, insert, update, delete on outbox, idempotency, consumer to xinqiao_work;
