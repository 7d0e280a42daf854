-- Findings, reviews and audit rows are statements: they can be added, never changed or removed.
create trigger finding_append_only before update, delete on finding
    for each row call "org.mammoflow.platform.AppendOnlyTable";
create trigger no_opinion_append_only before update, delete on no_opinion
    for each row call "org.mammoflow.platform.AppendOnlyTable";
create trigger review_append_only before update, delete on review
    for each row call "org.mammoflow.platform.AppendOnlyTable";
create trigger audit_row_append_only before update, delete on audit_row
    for each row call "org.mammoflow.platform.AppendOnlyTable";
