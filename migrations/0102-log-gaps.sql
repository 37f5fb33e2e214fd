-- Entries that were published and whose facts were lost, as when an older backup is put back: declared as a fact, so that everybody sees
-- how many and where, and no other gap is lawful.
create table log_gap (
  stream_id text not null,
  -- the first and the last place between which facts were lost
  first bigint not null,
  last bigint not null,
  lost integer not null,
  declared_on date not null,
  primary key (stream_id, first)
);
revoke all on log_gap from xinqiao_app, xinqiao_work;
grant select, insert on log_gap to xinqiao_app;
grant select, insert, update, delete on log_gap to xinqiao_work;
