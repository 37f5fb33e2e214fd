-- Accounts of staff: reference tables where the database is distributed. Facts know them by id alone.
create table account (
  stream_id text primary key,
  id text not null unique,
  state text not null check (state in ('open', 'closed')),
  opened_on date not null
);

create table account_post (
  stream_id text not null,
  organ text not null,
  post text not null,
  primary key (stream_id, organ, post)
);
create index account_post_of_organ on account_post (organ);

-- Who it is. Not in any fact, and made by none.
create table account_person (
  stream_id text primary key,
  -- lower case, without blanks
  login text not null unique,
  name text not null
);
revoke delete on account_person from xinqiao_app;

create table account_credential (
  stream_id text primary key,
  -- argon2id with its parameters and salt
  hash text not null,
  -- a session lives only as long as this stays what it was when the session began
  epoch text not null,
  -- set for a password that somebody else made: good for one login, in which it is replaced, until then
  one_time_until timestamptz
);
revoke delete on account_credential from xinqiao_app;

create table session (
  -- sha256 of the token that only the browser has
  digest bytea primary key check (octet_length(digest) = 32),
  account text not null,
  -- where the person acts now
  organ text not null,
  epoch text not null,
  began_at timestamptz not null,
  seen_at timestamptz not null
);
create index session_began on session (began_at);

-- How often somebody has tried in vain, by keyed digest of what they tried to log in as or of where they came from.
create table login_attempt (
  scope text not null check (scope in ('account', 'address')),
  digest bytea not null check (octet_length(digest) = 32),
  failures integer not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (scope, digest)
);
create index login_attempt_age on login_attempt (last_at);
