Ohai.plugin(:Disks) do
  provides 'disks/count'
  collect_data(:default) do
    disks Mash.new(count: 2)
  end
end
