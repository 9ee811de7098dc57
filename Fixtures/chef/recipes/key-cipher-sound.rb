openssl_rsa_private_key '/etc/app.key' do
  key_cipher 'AES-256-CBC'
end
openssl_ec_private_key '/etc/app.ec' do
  key_cipher 'des-ede3-cbc'
end
openssl_ec_private_key '/etc/web.ec' do
  key_cipher 'aes128'
end
