-- Hot topics (热点问题, docs/adr/0063): what petitions say as numbers that stand for words and places, made of masked text by the consumer
-- `topic-lines`, and the topics that they are gathered into each night. Who petitions is in none of these. What accuses somebody is in none.

-- For gathering alone: nobody who serves a page reads it.
create table topic_line (
  stream_id text primary key,
  day date not null,
  -- whether it lies in a topic
  gathered boolean not null,
  cities integer[] not null,
  districts integer[] not null,
  towns integer[] not null,
  spots integer[] not null,
  is_placed boolean not null,
  title integer[] not null,
  groups integer[] not null,
  matter integer[] not null,
  matter_weights real[] not null,
  place integer[] not null,
  place_weights real[] not null
);
create index topic_line_waiting on topic_line (day, stream_id) where not gathered;

-- Which petition lies in which topic.
create table topic_petition (
  stream_id text primary key,
  topic integer not null,
  day date not null,
  place text not null,
  category text not null,
  -- how many write here who had not written in this topic before; a number, and nothing says who
  new_people smallint not null
);
create index topic_petition_topic on topic_petition (topic, day, stream_id);
create index topic_petition_day on topic_petition (day, topic);

-- Local: the topics, told in words that three petitions or more have.
create table topic (
  topic integer primary key,
  first_day date not null,
  last_day date not null,
  messages integer not null,
  -- something in it was taken out or came in since it was told
  is_stale boolean not null,
  name text,
  place text,
  whom text,
  words jsonb not null
);
create index topic_day on topic (last_day);
create sequence topic_number as integer owned by topic.topic;

-- Local: by which signs a topic is found.
create table topic_sign (
  sign integer not null,
  topic integer not null,
  primary key (sign, topic)
);
create index topic_sign_topic on topic_sign (topic);

-- Local: how many petitions have a sign, and its letters from the third on.
create table topic_word (
  sign integer primary key,
  n integer not null,
  letters text,
  constraint told_of_three check (letters is null or n >= 3)
);

-- Local: the nights on which petitions were gathered.
create table topic_run (
  day date primary key,
  started_at timestamptz not null,
  ended_at timestamptz not null,
  gathered integer not null,
  topics integer not null
);

-- Whatever takes a line away, erasure too: its words are counted no longer, and its topic is told anew without it.
create function topic_line_gone() returns trigger language plpgsql as $$
begin
  update topic_word set n = n - 1, letters = case when n - 1 < 3 then null else letters end
    where sign in (select unnest(old.cities || old.districts || old.towns || old.spots || old.groups || old.title || old.matter || old.place));
  update topic t set messages = messages - 1, is_stale = true from topic_petition p
    where p.stream_id = old.stream_id and t.topic = p.topic;
  delete from topic_petition where stream_id = old.stream_id;
  return null;
end
$$;
create trigger topic_line_gone after delete on topic_line for each row execute function topic_line_gone();

do $$
declare
  name text;
begin
  foreach name in array array['topic_line', 'topic_petition', 'topic', 'topic_sign', 'topic_word', 'topic_run'] loop
    execute format('alter table %I enable row level security', name);
    execute format('create policy house on %I to xinqiao_work using (true) with check (true)', name);
    execute format('revoke insert, update, delete on %I from xinqiao_app', name);
  end loop;
end
$$;
revoke all on topic_line, topic_sign, topic_word from xinqiao_app;
grant usage, update on sequence topic_number to xinqiao_work;

-- That a petition lies in a topic is seen by whoever may see the petition; a topic by whoever may see three that lie in it.
create policy seen on topic_petition for select to xinqiao_app
  using (exists (select from event e where e.stream_id = topic_petition.stream_id and e.version = 1 offset 0));
create policy seen on topic for select to xinqiao_app
  using ((select count(*) from (select from topic_petition p where p.topic = topic.topic limit 3) as shown) = 3);
create policy seen on topic_run for select to xinqiao_app using (true);
