extension NodeFacts {
  /// The first keys of Ohai's attributes on machines of a cloud.
  static let cloudKeys = [
    "alibaba", "azure", "cloud_v2", "digital_ocean", "ec2", "eucalyptus", "gce", "joyent", "linode", "oci",
    "openstack", "rackspace",
    "scaleway",
    "softlayer", "vmware",
  ]

  /// The first keys of Ohai's attributes on any machine.
  static let commonKeys = [
    "block_device", "chef_packages", "chef_guid", "cloud", "command", "counters", "cpu", "current_user",
    "dmi", "docker", "domain",
    "etc", "fips", "filesystem", "fqdn", "grub2", "habitat", "hostname", "hostnamectl", "idle", "idletime",
    "idletime_seconds",
    "init_package", "interrupts", "ip6address", "ipaddress", "ipc", "kernel", "keys", "languages", "libvirt",
    "livepatch", "lsb",
    "lspci",
    "macaddress", "machine_id", "machinename", "mdadm", "memory", "name", "network", "ohai_time", "os",
    "os_release",
    "os_version", "packages", "platform", "platform_family", "platform_version", "root_group", "rpm", "scsi",
    "selinux",
    "sessions", "shard_seed", "shells", "sysconf", "sysctl", "systemd_paths", "time", "timezone", "uptime",
    "uptime_seconds", "vbox", "virtualbox", "virtualization", "zpools",
  ]
}
