log Chef::HTTP.new('http://x').get('/').to_s
log Chef::HTTP::Simple.new('http://x').get('/').to_s
log Chef::JSONCompat.parse('{}').to_s
log Chef::JSONCompat.to_json_pretty({}).to_s
log Chef::Mixin::DeepMerge.merge({}, {}).to_s
log Chef::Mixin::DeepMerge.deep_merge({}, {}).to_s
log Chef::Mixin::DeepMerge.hash_only_merge({}, {}).to_s
log Chef::Util::FileEdit.new('/x').to_s
log Chef::Util::Backup.new(1, 2).to_s
log Chef::Util::PathHelper.cleanpath('/x')
log Chef::Util::PathHelper.escape_glob_dir('/x')
log Chef::Version.new('1.0.0').major.to_s
