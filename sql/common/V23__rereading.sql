-- review --------------------------------------------------------------------------------------------------
-- Agreed negatives that an auditor had drawn for another reader. Seed, population and digest let anybody draw them again.
create sequence reread_sample_seq increment by 50;
create table reread_sample (
    id                bigint       primary key,
    seed              bigint       not null,
    wanted            integer      not null check (wanted > 0),
    from_day          date,
    to_day            date,
    recall_categories varchar(400) not null,
    population        integer      not null,
    population_digest varchar(64)  not null,
    drawn             integer      not null,
    drawn_by          varchar(64)  not null,
    drawn_at          timestamp(6) with time zone not null
);
create table reread_case (
    study_instance_uid varchar(64) primary key,
    reread_sample_id   bigint      not null references reread_sample (id),
    place              integer     not null,
    unique (reread_sample_id, place)
);

-- Who reads a finished case anew, in reading 4.
alter table reading_case add column rereader varchar(64);

-- audit ---------------------------------------------------------------------------------------------------
-- Up to which row the collector of audit messages has been told. The trail itself is the spool.
create table audit_feed (
    id  integer primary key check (id = 1),
    seq bigint  not null
);
insert into audit_feed (id, seq) values (1, 0);
