app_thing 'x' do
  ignore_failure true
end
