-- Who may see what, kept by the database itself: a session of the running house (`xinqiao_app`) sees rows of petitions only in the
-- name of a viewer, set for one transaction with SET LOCAL (src/identity/scope.ts). Without a viewer it sees none.

-- ———— who looks

create function viewer_organ() returns text stable parallel safe
  return nullif(current_setting('xinqiao.organ', true), '');
create function viewer_account() returns text stable parallel safe
  return nullif(current_setting('xinqiao.account', true), '');
-- A petitioner, by the number to which they hold the key.
create function viewer_petition() returns text stable parallel safe
  return nullif(current_setting('xinqiao.petition', true), '');

-- Organs that keep the viewer's organ away from a matter that accuses them: itself, those above it by administration, and whatever
-- these carry on (art. 24 (2), 30 (3)). Read from the organs themselves, whatever the program believes.
create function viewer_barred_by() returns text[] stable parallel safe
begin atomic
  with recursive line (id) as (
    select viewer_organ() where viewer_organ() is not null
    union
    select organ.parent from line join organ on organ.id = line.id where organ.parent is not null
  ), barring (id) as (
    select id from line
    union
    select organ.id from barring join organ on organ.state <> 'active' and organ.successors ? barring.id
  )
  select coalesce(array_agg(id), '{}') from barring;
end;
create index organ_ended on organ (id) where state <> 'active';

-- The viewer, and those to whom the viewer answers in their organ: where one of these is named in a matter, the viewer has no part
-- in it (art. 28 (3)). A clerk answers to heads and leaders, a head to leaders.
create function viewer_answers_to() returns text[] stable parallel safe
begin atomic
  with held as (
    select account.id, max(case post when 'leader' then 3 when 'head' then 2 else 1 end) as rank
    from account_post join account using (stream_id)
    where account_post.organ = viewer_organ() and account.state = 'open'
    group by account.id
  )
  select array_agg(id) from (
    select viewer_account() as id
    union
    select id from held where rank > coalesce((select rank from held where id = viewer_account()), 0)
  ) as above where id is not null;
end;

-- Whether the viewer's organ may read accusations at all (art. 22 (2), 30 (1)). The bureau sees that one exists and where it went.
create function viewer_is_competent() returns boolean stable parallel safe
  return exists (select from organ where id = viewer_organ()
    and kind in ('discipline', 'procuratorate', 'police', 'party'));

-- ———— what they see

-- Whom the matter accuses, which officials it names and who has withdrawn from it lie beside each organ's part, so that one row tells
-- whether the part may be seen.
alter table petition_organ
  add column accused text[] not null default '{}',
  add column officials text[] not null default '{}',
  add column recused text[] not null default '{}',
  -- what lies sealed even from those who have a part: nothing, who petitions, or all of an accusation
  add column seal text not null default 'none' check (seal in ('none', 'identity', 'accusation'));
update petition_organ o set accused = a.organs
  from (select stream_id, array_agg(organ order by organ) as organs from petition_accused group by stream_id) a
  where a.stream_id = o.stream_id;
update petition_organ o set seal = case when p.class = 'accusation' then 'accusation' else 'identity' end
  from petition p where p.stream_id = o.stream_id and (p.class = 'accusation' or p.confidentiality <> 'named');
alter table petition_organ
  alter column accused drop default, alter column officials drop default, alter column recused drop default,
  alter column seal drop default;
drop table petition_accused;
-- Whether anybody is kept out of it at all: where nobody is, whoever registered it, has it or owes something in it has a part in it, and
-- need not be looked for among the parts.
alter table petition add column kept boolean not null default false;
alter table petition_clock add column kept boolean not null default false;
update petition p set kept = true from petition_organ o where o.stream_id = p.stream_id and o.accused <> '{}';
update petition_clock c set kept = true from petition_organ o where o.stream_id = c.stream_id and o.accused <> '{}';
alter table petition alter column kept drop default;
alter table petition_clock alter column kept drop default;
create index petition_organ_accusing on petition_organ (stream_id, organ) where accused <> '{}';

-- CASE, so that the planner walks the index that the query asks for instead of looking in two at once; (SELECT …), so that a setting is
-- read once a query and not once a row; and OFFSET 0 in what follows, so that the planner asks about the rows at hand instead of
-- gathering all that an organ has.
alter table petition_organ enable row level security;
create policy seen on petition_organ for select to xinqiao_app using (case
  when organ = (select viewer_organ()) then (accused = '{}' or not accused && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (recused = '{}' or not recused @> array[(select viewer_account())])
    or stream_id = (select viewer_petition())
  else stream_id = (select viewer_petition()) end);

-- Everything else of a petition is seen with a part in it.
alter table petition enable row level security;
create policy seen on petition for select to xinqiao_app using (case
  when not kept and (holder = (select viewer_organ()) or registrar = (select viewer_organ())) then true
  else stream_id = (select viewer_petition())
    or exists (select from petition_organ o where o.stream_id = petition.stream_id offset 0) end);
alter table petition_clock enable row level security;
create policy seen on petition_clock for select to xinqiao_app using (case
  when not kept and organ = (select viewer_organ()) then true
  else stream_id = (select viewer_petition())
    or exists (select from petition_organ o where o.stream_id = petition_clock.stream_id offset 0) end);
do $$
declare
  name text;
begin
  foreach name in array array['petition_key', 'petition_look', 'notice'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy seen on %I for select to xinqiao_app
      using (stream_id = (select viewer_petition()) or exists (select from petition_organ o where o.stream_id = %I.stream_id offset 0))', name, name);
  end loop;
end
$$;

-- Facts of organs and accounts are the house's own; those of a petition are seen with it.
alter table event enable row level security;
create policy seen on event for select to xinqiao_app
  using (stream_id like '%:%' or exists (select from petition_organ o where o.stream_id = event.stream_id offset 0));

-- Jobs are posted by the house that serves, and read by the house that works.
alter table outbox enable row level security;

-- ———— what is sealed even from those who have a part

-- Which kind of piece it is: who somebody is, what was said, or what offices write to each other about where a matter belongs.
alter table sealed add column part text not null default 'content' check (part in ('content', 'identity', 'office'));
alter table sealed alter column part drop default;

-- Facts by which the viewer has opened a seal, as versions of the petition: 12,15
create function viewer_openings() returns int[] stable parallel safe
  return string_to_array(coalesce(current_setting('xinqiao.openings', true), ''), ',')::int[];
create function viewer_has_opened(stream text, seal text) returns boolean stable parallel safe
  return exists (select from event e
    where e.stream_id = stream and e.version = any (viewer_openings()) and e.type = 'SealOpened'
      and e.fact::jsonb #>> '{by,account}' = viewer_account() and e.fact::jsonb #>> '{fact,seal}' = seal);

alter table sealed enable row level security;
create policy seen on sealed for select to xinqiao_app using (
  stream_id like '%:%'
  or stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = sealed.stream_id and case o.seal
      when 'none' then true
      when 'identity' then sealed.part <> 'identity' or viewer_has_opened(o.stream_id, 'identity')
      else sealed.part = 'office' or viewer_is_competent() and viewer_has_opened(o.stream_id, 'accusation')
        and (sealed.part = 'content' or viewer_has_opened(o.stream_id, 'identity'))
    end offset 0)
);

-- An accusation is not found by who made it, except by those who may read it.
alter table blind_index enable row level security;
create policy seen on blind_index for select to xinqiao_app using (
  stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = blind_index.stream_id
    and (o.seal <> 'accusation' or viewer_is_competent()) offset 0)
);

-- ———— what they write

-- A transaction of the running house writes to one petition, the one it names, after its history was read in the viewer's own name.
do $$
declare
  name text;
begin
  foreach name in array array['petition', 'petition_organ', 'petition_clock', 'petition_key', 'event', 'outbox', 'sealed', 'blind_index'] loop
    execute format($policy$create policy written on %I for insert to xinqiao_app
      with check (stream_id = viewer_petition() or stream_id like '%%:%%')$policy$, name);
  end loop;
  foreach name in array array['petition', 'petition_organ', 'petition_clock', 'petition_key'] loop
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_petition())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_petition())', name);
  end loop;
  foreach name in array array['petition', 'petition_organ', 'petition_clock', 'petition_key', 'petition_look', 'notice', 'event', 'outbox',
      'sealed', 'blind_index'] loop
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
  end loop;
end
$$;
-- Whoever sees a petition leaves the trace of having looked, and nobody leaves one elsewhere.
create policy written on petition_look for insert to xinqiao_app
  with check (exists (select from petition_organ o where o.stream_id = petition_look.stream_id));
revoke select on outbox from xinqiao_app;
