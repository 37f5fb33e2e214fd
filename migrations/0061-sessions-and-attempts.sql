-- What a person's own list of sessions says of each: 'firefox/windows', never the whole line of the browser.
alter table session add column agent text not null default '';
create index session_of_account on session (account);

-- Counted apart (docs/adr/0013): a browser that was here before, a login from one network, a login from anywhere, a network,
-- and the second steps of a login.
delete from login_attempt;
alter table login_attempt drop constraint login_attempt_scope_check;
alter table login_attempt add constraint login_attempt_scope_check
  check (scope in ('browser', 'account-at-address', 'account', 'address', 'code'));
