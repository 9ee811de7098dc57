u = URI('http://a')
log URI::HTTP.build(host: 'a', path: '/b').to_s
log URI.encode_www_form('a' => 'b')
log URI('http://a').scheme
log URI.extract('http://a b').to_s
log URI.regexp.to_s
log URI::DEFAULT_PARSER.escape('a b')
log URI.split('http://a/b').to_s
u.user = 'x'
u.path = '/y'
log u.to_s
log URI.open('http://a').read
log URI::Generic.build(scheme: 'a').to_s
