#= sure 2 ArgumentError
openssl_rsa_public_key '/etc/app.pub' do
  mode '0644'
end
