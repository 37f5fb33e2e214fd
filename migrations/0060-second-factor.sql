-- A second factor (TOTP) beside the password. That there is one stands in the account's facts; what it is made of, here.
create table account_second_factor (
  stream_id text primary key,
  -- the secret, sealed under a key that is not in the database; null once it was taken away
  box bytea,
  -- false until a code has shown that the person's device has the secret
  confirmed boolean not null,
  -- the time step of the last code that was taken: it and those before it are good no more
  last_step bigint not null,
  -- keyed digests of the recovery codes that are left
  recovery bytea[] not null
);
revoke delete on account_second_factor from xinqiao_app;
