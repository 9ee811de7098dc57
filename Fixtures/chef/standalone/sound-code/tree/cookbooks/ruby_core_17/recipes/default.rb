log Encoding.default_external.to_s
log Regexp::IGNORECASE.to_s
log Regexp.union(/a/, /b/).source
log Regexp.escape('.')
log Time.now.strftime('%F')
log (Time.now + 5).to_s
log Time.at(0).utc.iso8601
log Date.parse('2020-01-01').strftime
log Struct.new(:a, keyword_init: true).new(a: 1).to_h.to_s
log Data rescue nil
log ObjectSpace::WeakMap.new.to_s
log Thread.current.to_s
