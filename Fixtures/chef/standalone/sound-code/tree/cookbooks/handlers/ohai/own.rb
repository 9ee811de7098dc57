Ohai.plugin(:Own) do
  provides 'own'
  collect_data(:default) do
    own Mash.new
    own[:x] = shell_out('uname').stdout
  end
end
