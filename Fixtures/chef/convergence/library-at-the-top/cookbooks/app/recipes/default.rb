log "#{greeting} #{other}"
fiel 'x'
