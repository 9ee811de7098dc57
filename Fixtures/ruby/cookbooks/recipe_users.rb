users = data_bag('users').map { |id| data_bag_item('users', id) }
admins, others = users.partition { |u| u['groups'].include?('admin') }

(admins + others).each do |user|
  home = user['home'] || "/home/#{user['id']}"
  shell = user.key?('shell') ? user['shell'] : '/bin/bash'

  user user['id'] do
    comment user['comment'] if user['comment']
    uid user['uid'] unless user['uid'].nil?
    home home
    shell shell
    manage_home true
  end

  directory "#{home}/.ssh" do
    owner user['id']
    mode 0700
  end

  file "#{home}/.ssh/authorized_keys" do
    content user['keys'].join("\n") + "\n"
    mode 0o600
    sensitive true
  end if user['keys']
end

group('admin') { members admins.map { |a| a['id'] } }
