-- Accounts of people whom the hospital's own provider lets in (OpenID Connect): known for ever by issuer and subject. Their
-- password is optional and only signs; it opens no door.
alter table account alter column password_hash drop not null;
alter table account add column issuer varchar(255);
alter table account add column subject varchar(255);
alter table account add column authenticated_at timestamp(6) with time zone;
alter table account add constraint account_of_provider unique (issuer, subject);
alter table account add constraint account_has_a_door
    check ((issuer is null and subject is null and password_hash is not null) or (issuer is not null and subject is not null));
