-- Row security knows posts that run from day to day, and who stands in for whom: whatever keeps somebody away from a matter keeps away
-- whoever has their handling, and a superior counts while their post runs.

-- The civil day of the office, named with the viewer; a session that names none has the day of the database.
create function viewer_today() returns date stable parallel safe
  return coalesce(nullif(current_setting('xinqiao.today', true), '')::date, current_date);
-- The viewer, and those in whose place they handle; null for a session that names nobody, which is then kept from whatever anybody has
-- withdrawn from.
create function viewer_accounts() returns text[] stable parallel safe
  return nullif(array_remove(viewer_account() || string_to_array(nullif(current_setting('xinqiao.acts_for', true), ''), ','), null), '{}');

create or replace function viewer_answers_to() returns text[] stable parallel safe
begin atomic
  with held as (
    select account.id, max(case post when 'leader' then 3 when 'head' then 2 else 1 end) as rank
    from account_post join account using (stream_id)
    where account_post.organ = viewer_organ() and account.state = 'open'
      and runs_from <= viewer_today() and (runs_until is null or runs_until >= viewer_today())
    group by account.id
  )
  select array_agg(id) from (
    select unnest(viewer_accounts()) as id
    union
    select id from held where rank > coalesce((select max(rank) from held where id = any (viewer_accounts())), 0)
  ) as above;
end;

alter policy seen on petition_organ using (case
  when organ = (select viewer_organ()) then (accused = '{}' or not accused && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (recused = '{}' or not recused && (select viewer_accounts()))
    or stream_id = (select viewer_petition())
  else stream_id = (select viewer_petition()) end);
