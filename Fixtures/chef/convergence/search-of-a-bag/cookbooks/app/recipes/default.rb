def found(query)
  search(:users, query).map(&:id).join(' ')
end
raise unless found('*:*') == 'amy bob eve'
raise unless found('id:amy') == 'amy'
raise unless found('shell:*bash') == 'bob'
raise unless found('groups:admin AND NOT action:remove') == 'amy'
raise unless found('groups:admin NOT action:remove') == 'amy bob eve'
raise unless found('id:b?b OR (groups:admin AND action:remove)') == 'bob eve'
raise unless found('action:*') == 'eve'
raise unless found('ssh_key:abc') == 'bob'
raise unless found('id:nobody') == ''
