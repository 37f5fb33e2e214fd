-- Who may do what by default. The roles themselves are made when the database is (src/platform/provision.ts).
-- A table that must be narrower, such as `event`, revokes in the migration that makes it.

revoke all on schema public from public;
grant usage on schema public to xinqiao_app, xinqiao_work, xinqiao_search;

-- The job queue brings its own tables and migrates them itself, so it has a schema to itself.
create schema job authorization xinqiao_work;

alter default privileges in schema public
  grant select, insert, update, delete on tables to xinqiao_app, xinqiao_work;
alter default privileges in schema public
  grant usage, select on sequences to xinqiao_app, xinqiao_work;
-- Functions are closed until granted by name: one that runs as its owner would otherwise be a door for everybody.
alter default privileges revoke execute on functions from public;
alter default privileges in schema public
  grant execute on functions to xinqiao_app, xinqiao_work;

-- The ledger of migrations is the owner's; the others may only read which schema they stand on.
revoke all on migration from public;
grant select on migration to xinqiao_app, xinqiao_work;
