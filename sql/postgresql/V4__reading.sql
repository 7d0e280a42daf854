alter table review drop constraint review_verdict_check;
alter table review add constraint review_verdict_known
    check (verdict in ('CONFIRMED', 'REJECTED', 'UNCERTAIN', 'WITHDRAWN'));
alter table reading_case drop constraint reading_case_state_check;
alter table reading_case add constraint reading_case_state_known
    check (state in ('OPEN', 'ARBITRATION', 'DECIDED', 'FINAL'));
alter table account drop constraint account_account_role_check;
alter table account add constraint account_role_known
    check (account_role in ('radiologist', 'arbiter', 'auditor', 'admin', 'modality-admin'));

create trigger reading_entry_append_only before update or delete on reading_entry
    for each row execute function refuse_change();
create trigger reading_entry_no_truncate before truncate on reading_entry
    for each statement execute function refuse_change();
