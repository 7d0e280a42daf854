-- inference -----------------------------------------------------------------------------------------------
-- A network waits for a seat in one proposal at a time. The table is insert-only, so whether a proposal is open stands in no
-- column; but of those who propose the same at once, all count the same turn, and one has it. Empty for other steps, and for
-- proposals from before.
alter table network_step add column turn integer;
alter table network_step add constraint network_step_turn unique (seat, network, turn);

-- audit ---------------------------------------------------------------------------------------------------
-- Auditors look for what one person did, for one kind of deed, and for what befell one object; the newest first.
create index audit_row_actor on audit_row (actor, seq);
create index audit_row_action on audit_row (action, seq);
create index audit_row_object_id on audit_row (object_id, seq);
