-- outcome -------------------------------------------------------------------------------------------------
-- Breast composition (ACR BI-RADS a to d), where the clinic's file tells it beside the outcome.
alter table study_outcome add column breast_density varchar(16) default '' not null
    check (breast_density in ('', 'A', 'B', 'C', 'D'));
