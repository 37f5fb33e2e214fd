-- 提请督查: which matters an organ was asked to take up and has not yet, so that whoever was asked finds them.
alter table supervision_organ add column referred_on date;
create index supervision_organ_referred on supervision_organ (organ, referred_on, stream_id) where referred_on is not null;
