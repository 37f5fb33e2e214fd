-- Items that go round to be signed instead of a meeting (docs/adr/0052). Their last day is looked for by the house, which ends what not everybody
-- signed: silence is no agreement.
alter table conference_item add column circulated_until date;
create index conference_item_circulated on conference_item (stream_id) where circulated_until is not null;
