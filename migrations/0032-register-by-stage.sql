-- The register is mostly read by stage: the stage lies beside the organ and the day, so that such a page walks one index too.
alter table petition_organ add column stage text not null default 'registered';
update petition_organ o set stage = p.stage from petition p where p.stream_id = o.stream_id;
alter table petition_organ alter column stage drop default;
create index petition_organ_by_stage on petition_organ (organ, stage, registered_on desc, stream_id desc);
