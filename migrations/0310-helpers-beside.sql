-- Helpers are invited to one place of a screening and to a mediation as well (docs/adr/0042). What they are invited to decides by itself who of
-- the organ that invited sees it: whoever sees the campaign, and whoever sees the mediation, so that nobody does who has withdrawn from it.

alter table engagement alter column petition drop not null;
alter table engagement add column screening text;
alter table engagement add column area text;
alter table engagement add column mediation text;
alter table engagement add column erased_on date;
alter table engagement add check (num_nonnulls(petition, screening, mediation) = 1 and (screening is null) = (area is null));
create index engagement_screening on engagement (screening, stream_id) where screening is not null;
create index engagement_mediation on engagement (mediation, stream_id) where mediation is not null;
create index engagement_screened on engagement (until_day, stream_id) where screening is not null and not is_open and erased_on is null;

-- those that went with their petition before this
update engagement set erased_on = (select (e.fact::jsonb -> 'fact' ->> 'on')::date from event e
  where e.stream_id = engagement.stream_id and e.type = 'EngagementErased' limit 1);

create policy seen_beside on engagement for select to xinqiao_app using (inviter = (select viewer_organ())
  and ((screening is not null and exists (select from screening s where s.stream_id = engagement.screening offset 0))
    or (mediation is not null and exists (select from mediation_party p
      where p.stream_id = engagement.mediation and p.organ = engagement.inviter offset 0)))
  and lies_open(kept_from, officials, (select viewer_barred_by()), (select viewer_answers_to())));
