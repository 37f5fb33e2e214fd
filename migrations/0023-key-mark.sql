-- By what a house knows that the keys in its folder are those that this database was sealed with.
create table key_mark (
  name text primary key,
  -- a keyed digest of a fixed text, from which the key cannot be told
  mark bytea not null check (octet_length(mark) = 32)
);
revoke update, delete on key_mark from xinqiao_app, xinqiao_work;
