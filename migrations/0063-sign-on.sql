-- Whose account it is at the office's own directory (OpenID Connect). Logins and addresses change hands there; this pair does not.
create table account_sign_on (
  stream_id text primary key,
  issuer text not null,
  subject text not null,
  -- the posts that the directory's word has granted, [{organ, post}]: only these may its word take away again
  granted jsonb not null,
  unique (issuer, subject)
);
revoke delete on account_sign_on from xinqiao_app;
