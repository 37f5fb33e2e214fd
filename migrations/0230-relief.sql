-- The read models of relief (帮扶救助, art. 37 (2), docs/adr/0051): of what a petitioner in hardship was told, whether they wish it, and what came of
-- it. It is shown to the organ that told them, to whoever has the petition and is not complained of in it, and to whoever has the key of the
-- petition; never to those from whom the petition is kept. Nothing lists or counts it by person.

create table relief (
  stream_id text primary key,
  version integer not null,
  petition text not null,
  person text not null,
  kind text not null,
  stage text not null,
  guide text not null,
  told_on date not null,
  is_erased boolean not null
);
create index relief_petition on relief (petition, told_on, stream_id);
create index relief_guide on relief (guide, stream_id);

-- Who may see it without having the petition. Every policy below looks here.
create table relief_party (
  stream_id text not null,
  organ text not null,
  petition text not null,
  kept_from text[] not null,
  officials text[] not null,
  -- accounts that have withdrawn from the petition
  recused text[] not null,
  -- organs that the petition complains of: they see it only if they told of it
  about text[] not null,
  primary key (stream_id, organ)
);
create index relief_party_organ on relief_party (organ, stream_id);
create index relief_party_petition on relief_party (petition, stream_id);

-- The one stream of relief that is being written to, named by the program for one transaction.
create function viewer_relief() returns text stable parallel safe
  return nullif(current_setting('xinqiao.relief', true), '');

do $$
declare
  name text;
begin
  foreach name in array array['relief', 'relief_party'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_relief())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_relief())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_relief())', name);
    if name <> 'relief_party' then
      execute format('create policy seen on %I for select to xinqiao_app using (stream_id = (select viewer_relief())
        or exists (select from relief_party p where p.stream_id = %I.stream_id offset 0))', name, name);
    end if;
  end loop;
end
$$;

-- Whoever has the petition sees who was told of relief; which petitions these are the petition's own policies say.
create policy seen on relief_party for select to xinqiao_app using (stream_id = (select viewer_relief())
  or petition = (select viewer_petition())
  or ((select viewer_organ()) is not null
    and (organ = (select viewer_organ())
      or not about @> array[(select viewer_organ())]
        and exists (select from petition_organ o
          where o.stream_id = relief_party.petition and o.organ = (select viewer_organ()) and o.seal <> 'accusation' offset 0))
    and (kept_from = '{}' or not kept_from && (select viewer_barred_by()))
    and (officials = '{}' or not officials && (select viewer_answers_to()))
    and (recused = '{}' or not recused && (select viewer_accounts()))));

-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on relief_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

-- What is said of relief lies in the tables that all streams share.
create policy relief_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'relief:') or stream_id = (select viewer_relief())
    or exists (select from relief_party p where p.stream_id = event.stream_id offset 0));
create policy relief_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'relief:') or stream_id = viewer_relief());
create policy relief_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'relief:') or exists (select from relief_party p where p.stream_id = sealed.stream_id offset 0));

-- Records that petitioners signed.
create policy relief_seen on file_reference for select to xinqiao_app
  using (starts_with(stream_id, 'relief:') and exists (select from relief_party p where p.stream_id = file_reference.stream_id offset 0));
create policy relief_written on file_reference for insert to xinqiao_app
  with check (starts_with(stream_id, 'relief:') and stream_id = viewer_relief());
create policy relief_removed on file_reference for delete to xinqiao_app using (stream_id = viewer_relief());
