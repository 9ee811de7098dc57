#= sure 2 NoMethodError
FileUtils.mkdirp('/srv/x')
