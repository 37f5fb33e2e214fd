-- The code of an organ in its document numbers, and the names that it bore: what was issued under one keeps it.
alter table organ
  add column document_code text,
  -- [{"until": day, "name": {"zh", "en"}}], in order; null where it was never renamed
  add column former_names jsonb;
update organ o set former_names = f.names from (
  select stream_id, jsonb_agg(jsonb_build_object('until', until, 'name', name) order by version) as names
  from (
    select stream_id, version, fact::jsonb #> '{fact,name}' as name,
      lead(fact::jsonb ->> 'on') over (partition by stream_id order by version) as until
    from event where starts_with(stream_id, 'organ:') and type in ('OrganOpened', 'OrganRenamed')
  ) named
  where until is not null group by stream_id
) f where f.stream_id = o.stream_id;
