-- Erasure of what people wrote: proposed, objected to, approved, done. Read models of the petition room, derived from its facts.

create table erasure (
  stream_id text primary key,
  state text not null check (state in ('proposed', 'objected', 'approved', 'erased')),
  class text not null,
  -- who proposed it, and the organ above that approves
  organ text not null,
  approver text not null,
  proposed_on date not null,
  approved_on date,
  erased_on date
);
-- the public list, newest first; what the house has still to carry out; what waits for whom
create index erasure_public on erasure (approved_on desc, stream_id desc) where approved_on is not null;
create index erasure_due on erasure (stream_id) where state = 'approved';
create index erasure_of_organ on erasure (organ, stream_id) where state = 'proposed';
create index erasure_of_approver on erasure (approver, stream_id) where state = 'proposed';
-- what an organ registered and may be past its retention
create index petition_at_rest on petition (registrar, class, ended_on) where ended_on is not null;

-- Which petitions refer to which file, so that a file is taken out with the last of them.
create table file_reference (
  stream_id text not null,
  file text not null,
  primary key (stream_id, file)
);
create index file_reference_file on file_reference (file);

insert into file_reference (stream_id, file)
  select distinct stream_id, material ->> 'file'
  from event, jsonb_array_elements(
    case when type in ('PetitionRegistered', 'MaterialAdded', 'EvidenceAdded')
      then fact::jsonb -> 'fact' -> 'materials' else '[]' end) as material;

-- What was approved is for everybody to read; what is only proposed, for those who have a part. Addresses of files are nobody's.
alter table erasure enable row level security;
create policy seen on erasure for select to xinqiao_app
  using (approved_on is not null or exists (select from petition_organ o where o.stream_id = erasure.stream_id));
alter table file_reference enable row level security;
create policy seen on file_reference for select to xinqiao_app using (stream_id = viewer_petition());
do $$
declare
  name text;
begin
  foreach name in array array['erasure', 'file_reference'] loop
    execute format('create policy written on %I for insert to xinqiao_app with check (stream_id = viewer_petition())', name);
    execute format('create policy changed on %I for update to xinqiao_app using (stream_id = viewer_petition())', name);
    execute format('create policy removed on %I for delete to xinqiao_app using (stream_id = viewer_petition())', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
  end loop;
end
$$;
