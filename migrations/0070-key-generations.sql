-- Keys are renewed (xinqiao keys rotate): what was sealed is sealed again, and what was digested digested again.

-- A piece may get another box, and nothing else of it may change. Its salt stays, so that the fact's commitment holds.
grant update (box) on sealed to xinqiao_work;

-- Of which generation of the index key a digest is. It is part of the key: a row is written once and never changed.
alter table blind_index add column generation smallint not null default 1;
alter table blind_index drop constraint blind_index_pkey;
alter table blind_index add primary key (stream_id, generation, kind, digest);
