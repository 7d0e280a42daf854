create trigger reread_sample_append_only before update or delete on reread_sample
    for each row execute function refuse_change();
create trigger reread_sample_no_truncate before truncate on reread_sample
    for each statement execute function refuse_change();
create trigger reread_case_append_only before update or delete on reread_case
    for each row execute function refuse_change();
create trigger reread_case_no_truncate before truncate on reread_case
    for each statement execute function refuse_change();
