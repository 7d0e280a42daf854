create trigger network_step_append_only before update, delete on network_step
    for each row call "org.mammoflow.platform.AppendOnlyTable";
create trigger shadow_finding_append_only before update, delete on shadow_finding
    for each row call "org.mammoflow.platform.AppendOnlyTable";
