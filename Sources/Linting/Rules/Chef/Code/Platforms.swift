/// The names by which Ohai knows systems.
enum Platforms {
  /// The family of each platform.
  static let families: [String: String] = [
    "aix": "aix", "almalinux": "rhel", "alpine": "alpine", "amazon": "amazon", "antergos": "arch",
    "aos": "rhel", "arch": "arch", "arista_eos": "fedora", "bigip": "rhel", "centos": "rhel",
    "clearos": "rhel",
    "cloudlinux": "rhel", "cumulus_linux": "debian", "debian": "debian", "dragonfly": "dragonflybsd",
    "dragonflybsd": "dragonflybsd", "exherbo": "exherbo", "fedora": "fedora", "freebsd": "freebsd",
    "gcel": "debian", "gentoo": "gentoo", "ibm_powerkvm": "rhel", "ion_xr": "wrlinux", "ios_xr": "wrlinux",
    "kali": "debian", "linaro": "debian", "linuxmint": "debian", "mac_os_x": "mac_os_x", "manjaro": "arch",
    "mangeia": "mandriva", "nexentacore": "nexentacore", "netbsd": "netbsd", "nexus": "wrlinux",
    "nexus_centos": "rhel", "omnios": "omnios", "openbsd": "openbsd", "openindiana": "openindiana",
    "opensolaris": "opensolaris", "opensuse": "suse", "opensuseleap": "suse", "oracle": "rhel",
    "parallels": "rhel", "pidora": "fedora", "pop": "debian", "raspbian": "debian", "redhat": "rhel",
    "rocky": "rhel", "scientific": "rhel", "slackware": "slackware", "sled": "suse", "sles": "suse",
    "sles_sap": "suse", "smartos": "smartos", "solaris": "solaris2", "solaris2": "solaris2", "suse": "suse",
    "truenas": "freebsd", "ubuntu": "debian", "virtuozzo": "rhel", "windows": "windows", "xcp": "rhel",
    "xcp-ng": "rhel", "xenserver": "rhel", "zlinux": "rhel", "clear_linux": "clearlinux",
    "clearlinux": "clearlinux", "mandriva": "mandriva", "mageia": "mandriva", "tinkerlin": "rhel",
    "onie": "onie", "openwrt": "openwrt", "bottlerocket": "bottlerocket", "chromeos": "gentoo",
  ]

  static let familyNames = Set(families.values)

  /// What other tools call them.
  static let otherNames: [String: String] = [
    "redhatenterprise": "redhat", "redhatenterpriselinux": "redhat", "rhel": "redhat", "darwin": "mac_os_x",
    "macos": "mac_os_x", "macosx": "mac_os_x", "mac": "mac_os_x", "osx": "mac_os_x", "oracle_linux": "oracle",
    "oraclelinux": "oracle", "oel": "oracle", "ol": "oracle", "amazonlinux": "amazon",
    "amazon_linux": "amazon",
    "opensuse-leap": "opensuseleap", "opensuse_leap": "opensuseleap", "archlinux": "arch",
    "rockylinux": "rocky",
    "alma": "almalinux", "mswin": "windows", "win32": "windows", "mingw32": "windows",
    "centosstream": "centos",
  ]
}
