unified_mode true
property :port, Integer
action :create do
  execute 'serve' do
    command 'true'
    environment('PORT' => new_resource.port)
  end
end
