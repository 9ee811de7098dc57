/// The questions of chef-utils that compare one automatic attribute with fixed values.
enum PlatformPredicates {
  typealias Group = (fact: [String], predicates: [(name: String, values: [String])])

  static let all: [Group] = [
    (["platform_family"], families), (["platform"], platforms), (["os"], systems),
    (["kernel", "machine"], machines),
  ]

  private static let families: [(name: String, values: [String])] = [
    ("arch?", ["arch"]), ("arch_linux?", ["arch"]), ("aix?", ["aix"]), ("debian?", ["debian"]),
    ("fedora?", ["fedora"]), ("macos?", ["mac_os_x"]), ("osx?", ["mac_os_x"]), ("mac?", ["mac_os_x"]),
    ("mac_os_x?", ["mac_os_x"]), ("rhel?", ["rhel"]), ("el?", ["rhel"]), ("amazon?", ["amazon"]),
    ("amazon_linux?", ["amazon"]), ("solaris2?", ["solaris2"]), ("solaris?", ["solaris2"]),
    ("smartos?", ["smartos"]), ("suse?", ["suse"]), ("gentoo?", ["gentoo"]), ("freebsd?", ["freebsd"]),
    ("openbsd?", ["openbsd"]), ("netbsd?", ["netbsd"]), ("dragonflybsd?", ["dragonflybsd"]),
    ("windows?", ["windows"]), ("rpm_based?", ["rhel", "fedora", "amazon", "suse", "pld"]),
    ("fedora_derived?", ["rhel", "fedora", "amazon"]), ("redhat_based?", ["rhel", "fedora"]),
    ("solaris_based?", ["solaris2", "smartos", "omnios", "openindiana", "opensolaris", "nexentacore"]),
    ("bsd_based?", ["freebsd", "openbsd", "netbsd", "dragonflybsd"]),
  ]

  private static let platforms: [(name: String, values: [String])] = [
    ("linuxmint_platform?", ["linuxmint"]), ("linux_mint?", ["linuxmint"]), ("linuxmint?", ["linuxmint"]),
    ("mint?", ["linuxmint"]), ("ubuntu_platform?", ["ubuntu"]), ("ubuntu?", ["ubuntu"]),
    ("raspbian_platform?", ["raspbian"]), ("raspbian?", ["raspbian"]), ("debian_platform?", ["debian"]),
    ("amazon_platform?", ["amazon"]), ("redhat_platform?", ["redhat"]), ("redhat?", ["redhat"]),
    ("redhat_enterprise?", ["redhat"]), ("redhat_enterprise_linux?", ["redhat"]),
    ("centos_platform?", ["centos"]), ("centos?", ["centos"]), ("oracle_platform?", ["oracle"]),
    ("oracle_linux?", ["oracle"]), ("oracle?", ["oracle"]), ("scientific_platform?", ["scientific"]),
    ("scientific_linux?", ["scientific"]), ("scientific?", ["scientific"]),
    ("clearos_platform?", ["clearos"]), ("clearos?", ["clearos"]), ("fedora_platform?", ["fedora"]),
    ("arch_platform?", ["arch"]), ("solaris2_platform?", ["solaris2"]), ("smartos_platform?", ["smartos"]),
    ("omnios_platform?", ["omnios"]), ("omnios?", ["omnios"]), ("openindiana_platform?", ["openindiana"]),
    ("openindiana?", ["openindiana"]), ("aix_platform?", ["aix"]), ("freebsd_platform?", ["freebsd"]),
    ("openbsd_platform?", ["openbsd"]), ("netbsd_platform?", ["netbsd"]),
    ("dragonfly_platform?", ["dragonfly"]), ("macos_platform?", ["mac_os_x", "macos"]),
    ("mac_os_x_platform?", ["mac_os_x", "macos"]), ("gentoo_platform?", ["gentoo"]),
    ("slackware_platform?", ["slackware"]), ("suse_platform?", ["suse"]),
    ("opensuse_platform?", ["opensuse", "opensuseleap"]), ("opensuse?", ["opensuse", "opensuseleap"]),
    ("opensuseleap_platform?", ["opensuse", "opensuseleap"]),
    ("leap_platform?", ["opensuse", "opensuseleap"]),
    ("windows_platform?", ["windows"]), ("centos_stream_platform?", ["centos-stream"]),
  ]

  private static let systems: [(name: String, values: [String])] = [
    ("linux?", ["linux"]), ("darwin?", ["darwin"]),
  ]

  /// Machines with words of 64 bits.
  static let wideMachines = [
    "amd64", "x86_64", "ppc64", "ppc64le", "s390x", "ia64", "sparc64", "aarch64", "arch64", "arm64", "sun4v",
    "sun4u",
  ]

  private static let machines: [(name: String, values: [String])] = [
    ("_64_bit?", wideMachines), ("intel?", ["i86pc", "i386", "x86_64", "amd64", "i686"]),
    ("i386?", ["i86pc", "i386", "i686"]), ("sparc?", ["sun4u", "sun4v"]), ("ppc64?", ["ppc64"]),
    ("ppc64le?", ["ppc64le"]), ("powerpc?", ["powerpc"]), ("s390?", ["s390"]), ("s390x?", ["s390x"]),
    ("arm?", ["armv6l", "armv7l", "armhf", "aarch64", "arm64", "arch64"]),
    ("armhf?", ["armv6l", "armv7l", "armhf"]),
  ]

  /// Whether the machine is a guest of a system.
  static let guests = [
    ("docker?", "docker"), ("kvm?", "kvm"), ("lxc?", "lxc"), ("parallels?", "parallels"), ("vbox?", "vbox"),
    ("virtualbox?", "vbox"), ("vmware?", "vmware"), ("openvz?", "openvz"), ("hyperv?", "hyperv"),
  ]
}
