-- The hour at which requests for a reception day close, and who of those that asked is told by message (docs/adr/0054).

alter table reception add column closes_at text not null default '24:00';
alter table booking add column by_message boolean not null default false;
-- how it stood with them when they were last told; null where that was not written down
alter table booking add column told_place text;
-- those whom the house writes to when something of the day changes
create index booking_by_message on booking (reception, reference) where by_message;
