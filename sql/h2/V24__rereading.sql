create trigger reread_sample_append_only before update, delete on reread_sample
    for each row call "org.mammoflow.platform.AppendOnlyTable";
create trigger reread_case_append_only before update, delete on reread_case
    for each row call "org.mammoflow.platform.AppendOnlyTable";
