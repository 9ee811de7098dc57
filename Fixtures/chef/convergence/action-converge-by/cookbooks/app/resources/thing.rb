action :create do
  converge_by('say it') do
    nosuch
  end
end
