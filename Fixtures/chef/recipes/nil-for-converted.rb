#= sure 3 refused supports
service 'x' do
  supports nil
end
