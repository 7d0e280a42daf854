-- H2 named these checks itself.
execute immediate (select 'alter table review drop constraint "' || constraint_name || '"'
    from information_schema.check_constraints
    where check_clause like '%''CONFIRMED''%');
execute immediate (select 'alter table reading_case drop constraint "' || constraint_name || '"'
    from information_schema.check_constraints
    where check_clause like '%''DECIDED''%');
execute immediate (select 'alter table account drop constraint "' || constraint_name || '"'
    from information_schema.check_constraints
    where check_clause like '%''auditor''%');

alter table review add constraint review_verdict_known
    check (verdict in ('CONFIRMED', 'REJECTED', 'UNCERTAIN', 'WITHDRAWN'));
alter table reading_case add constraint reading_case_state_known
    check (state in ('OPEN', 'ARBITRATION', 'DECIDED', 'FINAL'));
alter table account add constraint account_role_known
    check (account_role in ('radiologist', 'arbiter', 'auditor', 'admin', 'modality-admin'));

create trigger reading_entry_append_only before update, delete on reading_entry
    for each row call "org.mammoflow.platform.AppendOnlyTable";
