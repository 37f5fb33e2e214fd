-- Exemplary cases (典型案例, docs/adr/0064): what others can learn from one matter, without saying whose it was. Before it is published it lies
-- with the organ that wrote it and the one whose head reads it; after, those for whom it was published read what stands in it, and no more. No
-- column leads to the matter: that stands in the facts alone.

create table exemplary (
  stream_id text primary key,
  version integer not null,
  stage text not null check (stage in ('proposed', 'returned', 'published', 'withdrawn')),
  organ text not null,
  approver text not null,
  audience text not null check (audience in ('organ', 'place', 'public')),
  category text not null,
  -- of those who read it; empty for the whole country
  place text not null,
  -- sealed pieces
  title_ref text not null,
  situation_ref text not null,
  done_ref text not null,
  why_ref text not null,
  basis_ref text not null,
  title_en_ref text,
  summary_en_ref text,
  -- those that its readers read; none before it is published
  pieces text[] not null,
  proposed_on date not null,
  published_on date
);
create index exemplary_published on exemplary (published_on desc, stream_id desc) where stage = 'published';
create index exemplary_kind on exemplary (split_part(category, '.', 1), published_on desc, stream_id desc) where stage = 'published';

-- Who may see how it came about, and from whom that is kept.
create table exemplary_party (
  stream_id text not null,
  organ text not null,
  shelf text not null,
  day date not null,
  kept_from text[] not null,
  officials text[] not null,
  primary key (stream_id, organ)
);
create index exemplary_party_shelf on exemplary_party (organ, shelf, day desc, stream_id desc);

-- That one was read for a petition, and whether it helped. Seen with the petition.
create table exemplary_use (
  stream_id text primary key,
  version integer not null,
  petition text not null,
  exemplary text not null,
  organ text not null,
  opened_on date not null,
  helped boolean
);
create index exemplary_use_petition on exemplary_use (petition, exemplary);
create index exemplary_use_exemplary on exemplary_use (exemplary, stream_id);

-- The one stream that is being written to, named by the program for one transaction.
create function viewer_exemplary() returns text stable parallel safe
  return nullif(current_setting('xinqiao.exemplary', true), '');

-- Where the viewer's organ is: empty for one of the whole country, null for whoever is in none.
create function viewer_region() returns text stable parallel safe
  return (select case when region = '00' then '' else region end from organ where id = viewer_organ());

do $$
declare
  name text;
begin
  foreach name in array array['exemplary', 'exemplary_party', 'exemplary_use'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_exemplary())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_exemplary())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_exemplary())', name);
  end loop;
end
$$;

create policy seen on exemplary_party for select to xinqiao_app using (stream_id = (select viewer_exemplary())
  or (organ = (select viewer_organ())
    and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to()))));
-- Nobody from whom it is kept is made a party, whatever the program believes.
create policy never_theirs on exemplary_party as restrictive for insert to xinqiao_app with check (organ <> all (kept_from));

create policy seen on exemplary for select to xinqiao_app using (stream_id = (select viewer_exemplary())
  or (stage = 'published' and (audience = 'public'
    or (audience = 'place' and starts_with((select viewer_region()), place))))
  or exists (select from exemplary_party p where p.stream_id = exemplary.stream_id offset 0));

create policy seen on exemplary_use for select to xinqiao_app using (stream_id = (select viewer_exemplary())
  or exists (select from petition_organ o where o.stream_id = exemplary_use.petition offset 0));

-- Its facts name the matter and its writers: they are for those who had a part in it.
create policy exemplary_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'exemplary:') or stream_id = (select viewer_exemplary())
    or exists (select from exemplary_party p where p.stream_id = event.stream_id offset 0));
create policy exemplary_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'exemplary:') or stream_id = viewer_exemplary());
create policy exemplary_use_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'exemplaryUse:') or stream_id = (select viewer_exemplary())
    or exists (select from exemplary_use u where u.stream_id = event.stream_id offset 0));
create policy exemplary_use_written on event as restrictive for insert to xinqiao_app
  with check (not starts_with(stream_id, 'exemplaryUse:') or stream_id = viewer_exemplary());

-- Of the sealed pieces its readers read what was published, and the rest whoever had a part in it.
create policy exemplary_kept on sealed as restrictive for select to xinqiao_app using (not starts_with(stream_id, 'exemplary:')
  or exists (select from exemplary e where e.stream_id = sealed.stream_id and sealed.ref = any (e.pieces) offset 0)
  or exists (select from exemplary_party p where p.stream_id = sealed.stream_id offset 0));
