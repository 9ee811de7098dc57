#= sure 2 Chef::Exceptions::ConflictingMembersInGroup
group 'app' do
  append true
  members 'ann, bob'
  excluded_members %w(bob)
end
