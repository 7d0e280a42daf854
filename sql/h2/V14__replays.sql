create trigger finding_replay_append_only before update, delete on finding_replay
    for each row call "org.mammoflow.platform.AppendOnlyTable";
