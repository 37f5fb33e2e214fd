-- Which organs a petition accuses: neither they nor any organ below them is shown it, whatever part they have (art. 30 (3)).
create table petition_accused (
  stream_id text not null,
  organ text not null,
  primary key (stream_id, organ)
);
create index petition_accused_organ on petition_accused (organ, stream_id);

insert into petition_accused (stream_id, organ)
  select distinct stream_id, complained ->> 'organ'
  from event, jsonb_array_elements(
    case type when 'PetitionRegistered' then fact::jsonb -> 'fact' -> 'about' else '[]' end) as complained
  where complained ->> 'as' = 'accused' and complained ->> 'organ' is not null;

-- Who opened a petition is for the petitioner to know: the house adds to it and takes nothing back.
revoke update, delete on petition_look from xinqiao_app;
revoke update on petition_look from xinqiao_work;
