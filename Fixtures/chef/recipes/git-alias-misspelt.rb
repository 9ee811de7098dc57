#= sure 3 unknown property brench
git '/srv/app' do
  brench 'main'
end
