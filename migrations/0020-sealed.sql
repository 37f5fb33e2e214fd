-- What people wrote and who they are: sealed, beside the facts and never in them.

-- A piece that a fact refers to. Erasing it leaves history and hashes valid.
create table sealed (
  stream_id text not null,
  ref text not null,
  -- whose key it is derived from: month and class. Without that key the box is noise.
  cohort text not null,
  -- format 1: 1 byte, 12 of nonce, then under AES-256-GCM 32 of salt and the text, 16 of tag; bound to stream and ref
  box bytea not null,
  primary key (stream_id, ref)
);
-- Written once; erased by the work of the house alone, when the law allows it.
revoke update, delete on sealed from xinqiao_app;
revoke update on sealed from xinqiao_work;

-- By what a matter is found again: keyed digests of numbers, telephones, and names within a county.
create table blind_index (
  stream_id text not null,
  kind text not null check (kind in ('id-number', 'phone', 'name-in-region')),
  digest bytea not null check (octet_length(digest) = 16),
  primary key (stream_id, kind, digest)
);
create index blind_index_lookup on blind_index (kind, digest);
revoke update, delete on blind_index from xinqiao_app;

-- What a petitioner proves themselves with: the keyed digest of sixteen digits, shown once on the receipt.
create table petition_key (
  stream_id text not null,
  -- the place within the petition, as in its facts: p1, p2 …
  person text not null,
  digest bytea not null check (octet_length(digest) = 32),
  primary key (stream_id, person)
);
revoke delete on petition_key from xinqiao_app;
