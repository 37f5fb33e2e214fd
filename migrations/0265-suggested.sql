-- What is suggested at registration (docs/adr/0059): what was learned, as hashes and weights from which no word can be read, and how
-- often a clerk chose what would have been suggested.

-- Local: what was learned, and how good it was on texts that it had not seen.
create table suggested_model (
  target text not null check (target in ('category', 'class', 'organ')),
  version integer not null,
  learned_at timestamptz not null,
  -- confirmed cases that it was learned from, and those that it was asked about
  learned integer not null,
  asked integer not null,
  accuracy double precision,
  macro_f1 double precision,
  top3 double precision,
  in_use boolean not null,
  -- something that it was learned from has been erased since: the next one takes its place, better or not
  must_forget boolean not null,
  -- null where it was no better than the one in use, and so was not kept
  model bytea,
  primary key (target, version)
);
create unique index suggested_model_in_use on suggested_model (target) where in_use;

-- What would have been suggested for a petition when it was registered, and what was chosen: codes, and no word of it.
create table suggested_choice (
  stream_id text not null,
  target text not null,
  -- 0 where it was suggested by the code tables alone
  version integer not null,
  suggested text[] not null,
  chosen text not null,
  registered_on date not null,
  primary key (stream_id, target)
);
create index suggested_choice_day on suggested_choice (registered_on, target);

-- The house's own work alone: pages read sums.
alter table suggested_choice enable row level security;
create policy house on suggested_choice to xinqiao_work using (true) with check (true);
revoke all on suggested_choice from xinqiao_app;
