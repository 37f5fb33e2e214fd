-- A link with which a person sets the first password of their account: good once, and not for long.
create table account_invitation (
  stream_id text primary key,
  -- sha256 of the token that is in the link alone
  digest bytea not null check (octet_length(digest) = 32),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index account_invitation_digest on account_invitation (digest);
revoke delete on account_invitation from xinqiao_app;
