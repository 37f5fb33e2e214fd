-- Who in an organ answers for petition work (docs/adr/0034): the read model of src/assessment/responsibility/. Everything in it follows
-- from facts; what was ended stays.
create table responsibility (
  stream_id text not null,
  -- r1, r2 … within the organ
  ref text not null,
  organ text not null,
  role text not null check (role in ('answersForAll', 'directs', 'handles', 'secondDuty')),
  -- an account of the house, or the sealed name of somebody who has none, with what they are called in office
  account text,
  name_ref text,
  office_ref text,
  -- of what: of everything where both are null
  area text,
  category text,
  runs_from date not null,
  runs_until date,
  primary key (stream_id, ref),
  check ((account is null) <> (name_ref is null))
);
create index responsibility_of_organ on responsibility (organ, ref);
create index responsibility_of_account on responsibility (account, organ) where account is not null;

-- Whether the viewer's organ is this one, stands right above it, or is the bureau, the government, the party committee, the conference
-- or the discipline body of an area in which it lies. What somebody answers for is no secret of the petitioners, but names of people stand in it.
create function viewer_looks_over(concerned text) returns boolean stable parallel safe
  return concerned = viewer_organ() or exists (
    select from organ own, organ other
    where own.id = viewer_organ() and other.id = concerned
      and (other.parent = own.id
        or own.kind in ('bureau', 'government', 'party', 'conference', 'discipline', 'township')
          and (own.region = '00' or starts_with(other.region, own.region))));

alter table responsibility enable row level security;
create policy seen on responsibility for select to xinqiao_app using (viewer_looks_over(organ));
create policy written on responsibility for insert to xinqiao_app with check (viewer_looks_over(organ) and stream_id = 'responsibility:' || organ);
create policy changed on responsibility for update to xinqiao_app using (viewer_looks_over(organ));
create policy house on responsibility to xinqiao_work using (true) with check (true);

-- Their streams lie in the tables that all share, and are shown there to the same viewers.
create policy responsibility_kept on event as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'responsibility:') or viewer_looks_over(substr(stream_id, 16)));
create policy responsibility_kept on sealed as restrictive for select to xinqiao_app
  using (not starts_with(stream_id, 'responsibility:') or viewer_looks_over(substr(stream_id, 16)));

-- Officials whom a matter names are few: whoever directs one that names them is found among these alone.
create index petition_organ_naming on petition_organ (organ, stream_id) where officials <> '{}';
