create trigger signed_head_append_only before update or delete on signed_head
    for each row execute function refuse_change();
create trigger signed_head_no_truncate before truncate on signed_head
    for each statement execute function refuse_change();
