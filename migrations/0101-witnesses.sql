-- The newest checkpoint under which a witness has put its name: proofs are given under that one where it reaches far enough.
alter table register_log add column witnessed text;

-- What each witness has seen, as it last said. Local, like the log.
create table log_witness (
  vkey text primary key,
  seen_size bigint not null default 0,
  seen_at timestamptz,
  -- why it did not sign, since when, and what it holds against the log: src/register/witness/asking.ts
  fault jsonb
);
revoke all on log_witness from xinqiao_app, xinqiao_work;
grant select on log_witness to xinqiao_app;
grant select, insert, update on log_witness to xinqiao_work;
