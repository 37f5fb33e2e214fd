-- Whether who owes it also has the petition: what is in nobody's hands is counted along the clocks, without asking about each petition.
alter table petition_clock add column is_holders boolean not null default false;
update petition_clock c set is_holders = true from petition p where p.stream_id = c.stream_id and p.holder = c.organ;
alter table petition_clock alter column is_holders drop default;
