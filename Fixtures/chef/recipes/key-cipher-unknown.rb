#= sure 3 refused key_cipher
openssl_rsa_private_key '/etc/app.key' do
  key_cipher 'aes-255-cbc'
end
