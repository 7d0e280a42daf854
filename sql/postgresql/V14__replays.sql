create trigger finding_replay_append_only before update or delete on finding_replay
    for each row execute function refuse_change();
create trigger finding_replay_no_truncate before truncate on finding_replay
    for each statement execute function refuse_change();
