-- A visit to a centre's window is led to a dispute, a mediation or another way of the law without a petition (docs/adr/0056). What was begun is
-- found from the visit and the visit from it, by whoever may see both.
alter table intake add column dispute text, add column mediation text;
create index intake_dispute on intake (dispute, stream_id) where dispute is not null;
create index intake_mediation on intake (mediation, stream_id) where mediation is not null;

-- Another way of the law of which somebody was told who has no petition: it belongs to the visit, and nobody sees it by having a petition.
alter table referral alter column petition drop not null, add column visit text;
alter table referral add constraint referral_of_one check ((petition is null) <> (visit is null));
create index referral_visit on referral (visit, stream_id) where visit is not null;
alter table referral_party alter column petition drop not null;
