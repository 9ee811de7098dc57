#= sure 3 refused lc_env
locale 'de' do
  lc_env('LC_ALL' => 'C')
end
