-- A post runs from a day to a day, both included. Those granted before that run from the day they were granted, without end.
alter table account_post add column runs_from date;
alter table account_post add column runs_until date;
update account_post set runs_from = (
  select max((fact::jsonb ->> 'on')::date) from event
  where event.stream_id = account_post.stream_id and event.type = 'PostGranted'
    and fact::jsonb #>> '{fact,organ}' = account_post.organ and fact::jsonb #>> '{fact,post}' = account_post.post);
alter table account_post alter column runs_from set not null;
