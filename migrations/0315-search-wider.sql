-- The door of search (docs/adr/0060) looks through several months at once where few petitions have what is looked for: of a word that some
-- thousands have, each month alone took as long as all of them (docs/reference/bench.md).

-- Only whose it is can put another in its place, and only who may make something in the schema.
grant create on schema public to xinqiao_search;
set local role xinqiao_search;

-- Petitions of the viewer in which all of these words stand, the best first. Operators on arrays are not leakproof, so that under row
-- security no index would be used for them: this looks in the index as `xinqiao_search`, and lets through what the policy of
-- `petition_organ` lets through in the name of the viewer. Nothing of an accusation is let through, whatever lies in the index.
--
-- At most `most` are ranked, the newest: what everybody writes is looked for month by month, so that it costs the same however much
-- there is; what fewer write two months at once, then four and eight, because each look reads the list of its words from the beginning.
-- At most `looked` are looked at. Who sees what is asked of what is shown alone: where everybody wrote a word, the first look only counts.
create or replace function search_petitions(
  sought int[], units jsonb, marked int[], months int[], stages text[], from_day date, until_day date,
  after_score int, after_day date, after_number text, page int, most int
) returns table (stream_id text, score int, registered_on date, counted int, is_more boolean)
language plpgsql stable security definer
set search_path = public, pg_temp
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  looked constant int := 20000;
  viewer constant text := viewer_organ();
  at_once constant int := most + 1 + looked / 20;
  at int := 1;
  width int := 1;
  theirs text[];
  seen int := 0;
  raw int;
  hits text[] := '{}';
  more boolean := false;
begin
  if viewer is null or cardinality(sought) = 0 then return; end if;
  if from_day is null and until_day is null then
    select array_agg(r.stream_id), count(*) into theirs, raw from (
      select stream_id from search_row where words @> sought and marks @> marked limit most * 2) as r;
    if raw < most * 2 then
      select array_agg(r.stream_id order by r.registered_on desc, r.stream_id desc) into hits
        from search_row r where r.stream_id = any (theirs) and exists (select from petition_organ o where o.stream_id = r.stream_id
          and o.organ = viewer and o.seal <> 'accusation' and (stages is null or o.stage = any (stages)) offset 0);
      hits := coalesce(hits, '{}');
    end if;
  end if;
  if from_day is not null or until_day is not null or raw >= most * 2 then
    while at <= cardinality(months) loop
      select array_agg(hit.stream_id order by hit.registered_on desc, hit.stream_id desc) filter (where hit.is_theirs), count(*)
        into theirs, raw from (
        select r.stream_id, r.registered_on, exists (select from petition_organ o where o.stream_id = r.stream_id and o.organ = viewer
            and o.seal <> 'accusation' and (stages is null or o.stage = any (stages)) offset 0) as is_theirs
        from (select r.stream_id, r.registered_on from search_row r
          where r.words @> sought and r.marks @> marked and r.marks && months[at:at + width - 1]
            and (from_day is null or r.registered_on >= from_day) and (until_day is null or r.registered_on <= until_day)
          order by r.registered_on desc, r.stream_id desc limit at_once) as r) as hit;
      if raw = at_once and width > 1 then
        width := 1;
        continue;
      end if;
      hits := hits || coalesce(theirs, '{}');
      seen := seen + raw;
      exit when cardinality(hits) > most or seen > looked;
      at := at + width;
      if raw < at_once / 4 then width := width * 2; end if;
    end loop;
    more := seen > looked;
  end if;
  more := more or cardinality(hits) > most;
  hits := hits[1:most];
  return query
    with unit as materialized (select title, word from jsonb_to_recordset(units) as each (title int[], word int[])),
    ranked as (
      select r.stream_id, (select sum(1 + 4 * (r.words @> unit.title)::int + (r.words @> unit.word)::int)::int from unit) as score,
        r.registered_on
      from unnest(hits) as one (number) cross join lateral (select * from search_row r where r.stream_id = one.number offset 0) as r)
    select ranked.stream_id, ranked.score, ranked.registered_on, cardinality(hits), more from ranked
      where after_score is null or (ranked.score, ranked.registered_on, ranked.stream_id) < (after_score, after_day, after_number)
      order by 2 desc, 3 desc, 1 desc limit page;
end
$$;
reset role;
revoke create on schema public from xinqiao_search;
