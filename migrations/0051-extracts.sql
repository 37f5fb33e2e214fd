-- What accused organs were told, apart from the petition: an organ reads what it was told, and nothing that leads to it (art. 30 (3)).
create table petition_extract (
  stream_id text not null,
  -- x1, x2 … within the petition
  ref text not null,
  organ text not null,
  told_by text not null,
  told_on date not null,
  -- the sealed pieces that hold the extract and its legal basis
  extract_ref text not null,
  basis_ref text not null,
  primary key (stream_id, ref)
);
create index petition_extract_told on petition_extract (organ, told_on desc);

alter table petition_extract enable row level security;
create policy house on petition_extract to xinqiao_work using (true) with check (true);
create policy seen on petition_extract for select to xinqiao_app using (organ = viewer_organ() or stream_id = viewer_petition());
create policy written on petition_extract for insert to xinqiao_app with check (stream_id = viewer_petition());
create policy changed on petition_extract for update to xinqiao_app using (stream_id = viewer_petition());
create policy removed on petition_extract for delete to xinqiao_app using (stream_id = viewer_petition());

-- The same as before (0050), and last what an organ was told: asked in this order, so that a list pays for the first two alone.
alter policy seen on sealed using (
  stream_id like '%:%'
  or stream_id = (select viewer_petition())
  or exists (select from petition_organ o where o.stream_id = sealed.stream_id and case o.seal
      when 'none' then true
      when 'identity' then sealed.part <> 'identity' or viewer_has_opened(o.stream_id, 'identity')
      else sealed.part = 'office' or viewer_is_competent() and viewer_has_opened(o.stream_id, 'accusation')
        and (sealed.part = 'content' or viewer_has_opened(o.stream_id, 'identity'))
    end offset 0)
  or exists (select from petition_extract x where x.stream_id = sealed.stream_id and x.organ = (select viewer_organ())
    and sealed.ref in (x.extract_ref, x.basis_ref) offset 0)
);
