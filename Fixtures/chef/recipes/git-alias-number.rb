#= sure 3 refused revision
git '/srv/app' do
  branch 1
end
