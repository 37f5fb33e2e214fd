-- Wrong keys of petitioners are counted as vain logins are: by keyed digest, for all processes together. `petition` is one
-- petition as tried from one network, `network` that network at large; no petition is ever locked for everybody.
alter table login_attempt drop constraint login_attempt_scope_check;
alter table login_attempt add constraint login_attempt_scope_check
  check (scope in ('browser', 'account-at-address', 'account', 'address', 'code', 'petition', 'network'));
