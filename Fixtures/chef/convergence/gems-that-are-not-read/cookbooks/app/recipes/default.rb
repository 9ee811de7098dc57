require 'pg'
rows = PG.connect.exec('select 1')
rows.each { |row| log row['a'] }
require 'chef/sugar'
log 'a' if Chef::Sugar::Architecture._64_bit?(node)
require 'chef/encrypted_attributes'
Chef::EncryptedAttribute.load(node['a'])
require 'chef/mixin/shell_out'
fiel 'x'
