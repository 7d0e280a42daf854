-- Findings, reviews and audit rows are statements: they can be added, never changed or removed.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % is append-only: % refused', tg_table_name, tg_op using errcode = '42501';
end;
$$;

create trigger finding_append_only before update or delete on finding
    for each row execute function refuse_change();
create trigger finding_no_truncate before truncate on finding
    for each statement execute function refuse_change();
create trigger no_opinion_append_only before update or delete on no_opinion
    for each row execute function refuse_change();
create trigger no_opinion_no_truncate before truncate on no_opinion
    for each statement execute function refuse_change();
create trigger review_append_only before update or delete on review
    for each row execute function refuse_change();
create trigger review_no_truncate before truncate on review
    for each statement execute function refuse_change();
create trigger audit_row_append_only before update or delete on audit_row
    for each row execute function refuse_change();
create trigger audit_row_no_truncate before truncate on audit_row
    for each statement execute function refuse_change();
