-- Filters that let few cases through find them without walking along the whole list.
create index reading_case_claimed on reading_case (claimed_by);
create index reading_case_study_date on reading_case (study_date);
create index reading_case_modality on reading_case (calling_ae_title);
