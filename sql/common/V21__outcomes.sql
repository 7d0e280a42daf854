-- outcome -------------------------------------------------------------------------------------------------
-- What became of a woman's examination, told by the clinic afterwards in files that auditors import.
create sequence outcome_file_seq increment by 50;
create table outcome_file (
    id          bigint       primary key,
    sha256      varchar(64)  not null unique,
    stated      integer      not null,
    added       integer      not null,
    changed     integer      not null,
    imported_by varchar(64)  not null,
    imported_at timestamp(6) with time zone not null
);

-- A later statement about the same study is a new revision; the highest counts.
create sequence study_outcome_seq increment by 50;
create table study_outcome (
    id                 bigint       primary key,
    outcome_file_id    bigint       not null references outcome_file (id),
    line_number        integer      not null,
    study_instance_uid varchar(64)  not null,
    revision           integer      not null check (revision > 0),
    cancer             boolean      not null,
    basis              varchar(16)  not null check (basis in ('BIOPSY', 'FOLLOW_UP')),
    image_laterality   varchar(16)  not null check (image_laterality in ('', 'L', 'R', 'B')),
    outcome_date       date         not null,
    record_digest      varchar(64)  not null,
    unique (study_instance_uid, revision)
);
create index stored_instance_accession on stored_instance (accession_number);
