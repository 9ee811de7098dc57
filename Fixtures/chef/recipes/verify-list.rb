#= sure 4 refused verify
file '/etc/sudoers.d/app' do
  content 'a'
  verify ['visudo', '-cf', '%{path}']
end
