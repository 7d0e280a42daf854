create trigger outcome_file_append_only before update, delete on outcome_file
    for each row call "org.mammoflow.platform.AppendOnlyTable";
create trigger study_outcome_append_only before update, delete on study_outcome
    for each row call "org.mammoflow.platform.AppendOnlyTable";
