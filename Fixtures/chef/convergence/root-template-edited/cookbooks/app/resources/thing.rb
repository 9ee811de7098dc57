action :create do
  with_run_context :root do
    edit_resource(:template, '/tmp/all') do |new_resource|
      source 'a.erb'
      variables[:names] ||= []
      variables[:names] << new_resource.name
      action :nothing
      delayed_action :create
    end
  end
end
