user 'anna' do
  shel '/bin/sh'
end
