-- The law that a petition began under. Before packs were plural all were under the first one.
alter table petition add column pack text not null default 'cn-2022@1';
alter table petition alter column pack drop default;
