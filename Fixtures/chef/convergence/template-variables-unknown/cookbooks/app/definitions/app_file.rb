define :app_file, settings: {} do
  given = params
  template '/defined' do
    source 'config.erb'
    variables given[:settings]
  end
end
