-- desk ----------------------------------------------------------------------------------------------------
-- How each person likes the pages.
create table preference (
    username     varchar(64)   primary key,
    theme        varchar(8)    not null check (theme in ('DARK', 'LIGHT', 'SYSTEM')),
    names_hidden boolean       not null,
    single_keys  boolean       not null,
    key_map      varchar(4000) not null
);

create sequence saved_view_seq increment by 50;
create table saved_view (
    id       bigint       primary key,
    username varchar(64)  not null,
    name     varchar(64)  not null,
    query    varchar(500) not null,
    unique (username, name)
);
