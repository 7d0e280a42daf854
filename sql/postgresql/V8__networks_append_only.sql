create trigger network_step_append_only before update or delete on network_step
    for each row execute function refuse_change();
create trigger network_step_no_truncate before truncate on network_step
    for each statement execute function refuse_change();
create trigger shadow_finding_append_only before update or delete on shadow_finding
    for each row execute function refuse_change();
create trigger shadow_finding_no_truncate before truncate on shadow_finding
    for each statement execute function refuse_change();
