-- While somebody is away a colleague has their handling: one at a time in an organ. A reference table like the accounts.
create table account_delegation (
  -- whose handling it is
  stream_id text not null,
  organ text not null,
  -- the account that has it
  delegate text not null,
  runs_from date not null,
  runs_until date not null,
  primary key (stream_id, organ)
);
create index account_delegation_of_delegate on account_delegation (delegate);
