-- Sight of a petition for organs that have no part in its handling (docs/adr/0042). It lies among the parts, because every policy looks
-- there: what keeps a part from the accused, from officials and from whoever has withdrawn keeps sight from them in the same row.
alter table petition_organ
  add column is_part boolean not null default true,
  -- who in the organ sees it without a part, and through which day: `account day`, a star for everybody there
  add column sights text[] not null default '{}';
alter table petition_organ alter column is_part drop default, alter column sights drop default;

-- Whether one of these is the viewer's, or of somebody in whose place they handle, and has not passed.
create function viewer_has_sight(sights text[]) returns boolean stable parallel safe
  return exists (select from unnest(sights) as given (sight)
    where (split_part(sight, ' ', 1) = '*' or split_part(sight, ' ', 1) = any (viewer_accounts()))
      and split_part(sight, ' ', 2)::date >= viewer_today());

alter policy seen on petition_organ using (case
  when organ = (select viewer_organ()) then (is_part or viewer_has_sight(sights))
    and (accused = '{}' or not accused && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (recused = '{}' or not recused && (select viewer_accounts()))
    or stream_id = (select viewer_petition())
  else stream_id = (select viewer_petition()) end);

-- Nobody is found by name or number, and no key is looked up, by whoever was only shown the matter; of an accusation they read nothing.
alter policy seen on blind_index using (
  stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = blind_index.stream_id and o.is_part and case o.seal
      when 'none' then true
      when 'identity' then exists (select from petition p where p.stream_id = o.stream_id and p.registrar = o.organ offset 0)
      else viewer_is_competent()
    end offset 0)
);
alter policy seen on petition_key using (stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = petition_key.stream_id and o.is_part offset 0));
alter policy seen on sealed using (
  stream_id like '%:%'
  or stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = sealed.stream_id and case o.seal
      when 'none' then true
      when 'identity' then sealed.part <> 'identity' or viewer_has_opened(o.stream_id, 'identity')
      else o.is_part and (sealed.part = 'office' or viewer_is_competent() and viewer_has_opened(o.stream_id, 'accusation')
        and (sealed.part = 'content' or viewer_has_opened(o.stream_id, 'identity')))
    end offset 0)
  or exists (select from petition_extract x where x.stream_id = sealed.stream_id and x.organ = (select viewer_organ())
    and sealed.ref in (x.extract_ref, x.basis_ref) offset 0)
);

-- What is shown now, and what for: ended by the day, and found again by whoever gave it.
create table petition_sight (
  stream_id text not null,
  -- s1, s2 … within the petition
  ref text not null,
  organ text not null,
  reason text not null,
  -- the stream of the room for which it is shown
  cause text not null,
  until_day date,
  primary key (stream_id, ref)
);
create index petition_sight_ending on petition_sight (until_day, stream_id, ref) where until_day is not null;
create index petition_sight_cause on petition_sight (cause, stream_id);
alter table petition_sight enable row level security;
create policy seen on petition_sight for select to xinqiao_app using (stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = petition_sight.stream_id offset 0));
create policy written on petition_sight for insert to xinqiao_app with check (stream_id = viewer_petition());
create policy changed on petition_sight for update to xinqiao_app using (stream_id = viewer_petition());
create policy removed on petition_sight for delete to xinqiao_app using (stream_id = viewer_petition());
create policy house on petition_sight to xinqiao_work using (true) with check (true);
