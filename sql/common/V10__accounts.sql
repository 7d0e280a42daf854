-- Accounts that administrators make, switch off and give new passwords.
alter table account add column disabled boolean default false not null;
-- Whether nobody but the owner knows the password: false until the owner has chosen one.
alter table account add column password_is_own boolean default false not null;
alter table account add column created_by varchar(64) default 'system' not null;
