package 'x' do
  flsh_cache [:before]
end
