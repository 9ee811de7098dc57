#= sure 2 ArgumentError
openssl_ec_public_key '/etc/app.pub' do
  private_key_path '/etc/app.key'
  private_key_content 'x'
end
