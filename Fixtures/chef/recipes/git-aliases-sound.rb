git '/srv/app' do
  repo 'https://example.org/app.git'
  branch 'main'
  env 'GIT_TRACE' => '1'
end
git '/srv/other' do
  repository 'https://example.org/other.git'
  reference 'v1.0'
end
subversion '/srv/old' do
  repository 'https://example.org/old'
  env 'LANG' => 'C'
end
