recipe = Chef::Recipe.new('recipes_by_hand', 'other', run_context)
recipe.package 'curl'
recipe.instance_eval do
  file '/etc/by-hand' do
    content 'x'
  end
end
log recipe.recipe_name
item = Chef::DataBagItem.new
item.data_bag = 'users'
item.data_bag('users')
item.raw_data = { 'id' => 'ann' }
item['shell'] = '/bin/sh'
secret = Chef::EncryptedDataBagItem.load_secret('/etc/chef/secret')
user 'ann' do
  password Chef::EncryptedDataBagItem.new(item.to_hash, secret)['password']
end
