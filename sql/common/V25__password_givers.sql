-- Who gave the present password: the account itself, an administrator, or the first start ('system').
alter table account add column password_given_by varchar(64) default 'system' not null;
update account set password_given_by = created_by;
