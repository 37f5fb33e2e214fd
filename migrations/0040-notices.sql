-- What was sent to whom, by which way, and whether it went out. The message itself is in no table: it is made from the
-- petition when it is sent.
create table notice (
  stream_id text not null,
  id uuid not null,
  -- the fact that was told, and the petitioner's place within the petition
  fact text not null,
  person text not null,
  channel text not null check (channel in ('sms', 'email', 'print')),
  -- sent: taken over by the carrier; spooled: lies in the house's own spool; failed: given up
  state text not null check (state in ('sent', 'spooled', 'failed')),
  sent_at timestamptz not null,
  fault text,
  primary key (stream_id, id)
);
