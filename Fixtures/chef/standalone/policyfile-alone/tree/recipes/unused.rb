file '/x' do
  contnet 'unused recipe'
end
