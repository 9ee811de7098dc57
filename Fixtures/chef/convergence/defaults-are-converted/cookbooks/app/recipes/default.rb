thing = app_thing 'a.b'
thing.binds nil
thing.names.each { |name| log name }
log (thing.port + 1).to_s
thing.list.each { |name| log name }
raise 'not converted' unless thing.label == 'a__b'
raise 'not converted' unless thing.word == 'q'
raise 'converted' unless thing.nothing.nil?
sudo 'x.y' do
  users 'b'
end
raise 'dots stay' if resources('sudo[x.y]').filename == 'x.y'
