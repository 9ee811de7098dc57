log Mixlib::Config.to_s
log Mixlib::Versioning.parse('1.0').to_s
log Addressable::URI.parse('x').to_s
log Net::HTTP.get(URI('http://x'))
log Net::HTTP.get_response(URI('http://x')).body
log Net::HTTP.start('x', 80) { |h| h.get('/') }.to_s
log Net::HTTP::Get.new('/').to_s
log OpenSSL::Digest::SHA256.new.hexdigest('x')
log OpenSSL::PKey::RSA.new(2048).to_pem
log OpenSSL::Cipher.new('aes').to_s
log OpenSSL::HMAC.hexdigest('SHA1', 'a', 'b')
log Win32::Registry.to_s rescue nil
