-- 提请督查: which matters an organ was asked to take up and has not yet, so that whoever was asked finds them. A table of its own, because a
-- row of supervision_organ is never written anew: whoever rewrites one must see those of the others.
create table supervision_referral (
  stream_id text not null,
  organ text not null,
  referred_on date not null,
  primary key (stream_id, organ)
);
create index supervision_referral_organ on supervision_referral (organ, referred_on, stream_id);
alter table supervision_referral enable row level security;
create policy seen on supervision_referral to xinqiao_app
  using (exists (select from supervision_organ o where o.stream_id = supervision_referral.stream_id offset 0))
  with check (starts_with(stream_id, 'supervision:'));
create policy house on supervision_referral to xinqiao_work using (true) with check (true);
