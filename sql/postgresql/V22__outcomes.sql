create trigger outcome_file_append_only before update or delete on outcome_file
    for each row execute function refuse_change();
create trigger outcome_file_no_truncate before truncate on outcome_file
    for each statement execute function refuse_change();
create trigger study_outcome_append_only before update or delete on study_outcome
    for each row execute function refuse_change();
create trigger study_outcome_no_truncate before truncate on study_outcome
    for each statement execute function refuse_change();
