script 'install' do
  interpreter 'bash'
  code 'make install'
end
script 'other' do
  code 'make'
  returns [0, 127]
end
