-- A post may be that of somebody seconded (挂职) from another organ (docs/adr/0066). While they sit there, whatever is kept from the organ that
-- they come from is kept from them, and whatever names one of its officials too: the same two functions that every policy asks say so.

alter table account_post add column seconded_from text;
create index account_post_seconded on account_post (stream_id) where seconded_from is not null;

-- The organs from which the viewer, or somebody in whose place they handle, is seconded, and whoever carries these on. It does not ask at which
-- organ the seconded post is: a bureau may be merged, or somebody given a second post, and they come from where they came. Only within the organ
-- itself they are its own.
create function viewer_homes() returns text[] stable parallel safe
begin atomic
  with recursive home (id) as (
    select held.seconded_from from account join account_post held using (stream_id)
    where account.id = any (viewer_accounts()) and held.seconded_from is not null and held.seconded_from <> viewer_organ()
      and held.runs_from <= viewer_today() and (held.runs_until is null or held.runs_until >= viewer_today())
    union
    select heir.id from home join organ on organ.id = home.id
      cross join lateral jsonb_array_elements_text(organ.successors) as heir (id)
  )
  select coalesce(array_agg(id), '{}') from home;
end;

-- Organs that keep the viewer away from a matter that accuses them: the viewer's own and that from which they are seconded, those above both by
-- administration, and whatever these carry on (art. 24 (2), 30 (3)). Read from the organs themselves, whatever the program believes.
create or replace function viewer_barred_by() returns text[] stable parallel safe
begin atomic
  with recursive line (id) as (
    select unnest(array_remove(viewer_homes() || viewer_organ(), null))
    union
    select organ.parent from line join organ on organ.id = line.id where organ.parent is not null
  ), barring (id) as (
    select id from line
    union
    select organ.id from barring join organ on organ.state <> 'active' and organ.successors ? barring.id
  )
  select coalesce(array_agg(id), '{}') from barring;
end;

-- The viewer and those in whose place they handle, those to whom these answer in their organ, and the officials of the organ from which they are
-- seconded: where one of them is named in a matter, the viewer has no part in it (art. 28 (3)).
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
    union
    select account.id from unnest(viewer_homes()) as home (id)
      join account_post post_at_home on post_at_home.organ = home.id join account using (stream_id)
    where account.state = 'open' and post_at_home.runs_from <= viewer_today()
      and (post_at_home.runs_until is null or post_at_home.runs_until >= viewer_today())
  ) as above;
end;

-- Search asks the policies too.
grant execute on function viewer_homes() to xinqiao_search;
