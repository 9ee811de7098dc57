directory '/srv/web' do
  mode 755

