create trigger signed_head_append_only before update, delete on signed_head
    for each row call "org.mammoflow.platform.AppendOnlyTable";
