import Lint
import Project
import Testing

/// What the built-in table reads out of the words by which builders name systems.
@Suite struct StandInWordsTests {
  /// Names as clouds, mirrors and boxes have them, and the image that stands in.
  static let images =
    [
      // EC2
      ("ubuntu/images/hvm-ssd/ubuntu-focal-20.04-amd64-server-*", "ubuntu:20.04"),
      ("*ubuntu-xenial-16.04-amd64-server-*", "ubuntu:16.04"),
      ("ubuntu/images/*/ubuntu-jammy-22.04-arm64-minimal-2023*", "ubuntu:22.04"),
      ("ubuntu/images/hvm-ssd-gp3/ubuntu-noble-24.04-amd64-server-*", "ubuntu:24.04"),
      ("debian-12-amd64-*", "debian:12"), ("debian-11-arm64-20230515-1381", "debian:11"),
      ("debian-stretch-hvm-x86_64-gp2-*", "debian:stretch"),
      ("RHEL-8.6.0_HVM-*", "registry.access.redhat.com/ubi8"),
      ("RHEL-7.9_HVM_GA-*", "registry.access.redhat.com/ubi7"),
      ("amzn2-ami-hvm-*-x86_64-gp2", "amazonlinux:2"),
      ("amzn-ami-hvm-2018.03.*-x86_64-gp2", "amazonlinux:1"),
      ("al2023-ami-2023.*-x86_64", "amazonlinux:2023"),
      ("CentOS Linux 7 x86_64 HVM EBS *", "centos:7"),
      ("CentOS Stream 9 x86_64 *", "quay.io/centos/centos:stream9"),
      ("Rocky-9-EC2-Base-9.3-*.x86_64", "rockylinux/rockylinux:9"),
      ("AlmaLinux OS 8.8.*x86_64", "almalinux:8"),
      ("OL7.9-x86_64-HVM-*", "oraclelinux:7"), ("Fedora-Cloud-Base-38-1.6.x86_64-hvm-*", "fedora:38"),
      ("suse-sles-15-sp4-v*-hvm-ssd-x86_64", "registry.suse.com/bci/bci-base:15.4"),
      ("openSUSE-Leap-15.5-v*-hvm-ssd-x86_64", "opensuse/leap:15.5"),
      ("nginx-plus-ami-rhel7-hvm-*", "registry.access.redhat.com/ubi7"),
      // Google, Azure, DigitalOcean, Hetzner, OpenStack
      ("ubuntu-1404-trusty-v20150909a", "ubuntu:14.04"), ("ubuntu-2004-lts", "ubuntu:20.04"),
      ("debian-9", "debian:9"),
      ("centos-7-v20210420", "centos:7"), ("rocky-linux-8", "rockylinux/rockylinux:8"),
      ("rhel-9", "registry.access.redhat.com/ubi9"),
      ("Canonical/UbuntuServer/18.04-LTS", "ubuntu:18.04"),
      ("Canonical/0001-com-ubuntu-server-focal/20_04-lts-gen2", "ubuntu:20.04"),
      ("credativ/Debian/9", "debian:9"),
      ("OpenLogic/CentOS/7.5", "centos:7"), ("RedHat/RHEL/7.3", "registry.access.redhat.com/ubi7"),
      ("SUSE/SLES/12-SP3", "registry.suse.com/suse/sles12sp3"),
      ("Oracle/Oracle-Linux/ol84-lvm-gen2", "oraclelinux:8"),
      ("debian-11-x64", "debian:11"), ("ubuntu-16-04-x64", "ubuntu:16.04"), ("ubuntu-22.04", "ubuntu:22.04"),
      ("fedora-34-x64", "fedora:34"), ("debian-12-genericcloud-amd64", "debian:12"),
      ("bionic-server-cloudimg-amd64", "ubuntu:bionic"), ("CentOS-8-GenericCloud", "centos:8"),
      // Installation media
      ("CentOS-7-x86_64-Minimal-2009.iso", "centos:7"), ("CentOS-6.6-i386-bin-DVD1.iso", "centos:6"),
      (
        "https://mirror.example.com/centos/8-stream/isos/x86_64/CentOS-Stream-8-x86_64-latest-boot.iso",
        "quay.io/centos/centos:stream8"
      ),
      ("http://releases.ubuntu.com/14.04/ubuntu-14.04.6-server-amd64.iso", "ubuntu:14.04"),
      ("ubuntu-20.04.1-legacy-server-amd64.iso", "ubuntu:20.04"),
      ("ubuntu-17.10.1-server-amd64.iso", "ubuntu:17.10"),
      (
        "http://archive.ubuntu.com/ubuntu/dists/yakkety/main/installer-amd64/current/images/netboot/mini.iso",
        "ubuntu:yakkety"
      ),
      ("debian-10.11.0-amd64-xfce-CD-1.iso", "debian:10"), ("debian-6.0.10-i386-CD-1.iso", "debian:6"),
      (
        "http://ftp.example.com/debian/dists/Debian8.7/main/installer-amd64/images/netboot/mini.iso",
        "debian:8"
      ),
      ("Fedora-Server-netinst-x86_64-27-1.6.iso", "fedora:27"), ("Fedora-20-x86_64-DVD.iso", "fedora:20"),
      ("Rocky-8.5-x86_64-dvd1.iso", "rockylinux/rockylinux:8"),
      ("AlmaLinux-9.2-x86_64-minimal.iso", "almalinux:9"),
      ("OracleLinux-R7-U9-Server-x86_64-dvd.iso", "oraclelinux:7"),
      ("rhel-server-7.2-x86_64-dvd.iso", "registry.access.redhat.com/ubi7"),
      ("alpine-mini-3.2.3-x86_64.iso", "alpine:3.2"),
      ("http://dl-cdn.alpinelinux.org/alpine/v3.13/releases/x86_64/alpine-virt.iso", "alpine:3.13"),
      ("archlinux-2023.05.03-x86_64.iso", "archlinux"),
      ("openSUSE-Leap-15.2-DVD-x86_64.iso", "opensuse/leap:15.2"),
      // Boxes and kinds of guests
      ("bento/ubuntu-20.04", "ubuntu:20.04"), ("generic/debian10", "debian:10"),
      ("generic/alpine312", "alpine:3.12"),
      ("ubuntu/bionic64", "ubuntu:bionic"), ("hashicorp/precise64", "ubuntu:precise"),
      ("centos/7", "centos:7"),
      ("debian/jessie64", "debian:jessie"), ("roboxes/rocky9", "rockylinux/rockylinux:9"),
      ("debian8-64", "debian:8"), ("centos7-64", "centos:7"), ("oraclelinux7-64", "oraclelinux:7"),
      ("ArchLinux_64", "archlinux"),
    ] as [(String, String?)]

  @Test(arguments: images) func `names tell the image that stands in`(_ words: String, _ image: String?) {
    var found: String?
    if case .image(let name)? = StandInTable.embedded.judgement(of: words) { found = name }
    #expect(found == image)
  }

  @Test(arguments: [
    "Ubuntu_64", "ubuntu-64", "Debian_64", "centos-64", "RedHat_64", "Fedora_64", "Oracle_64", "OpenSUSE_64",
    "other3xlinux-64", "Linux26_64", "l26", "RHEL-BASE-*",
  ])
  func `a system without its release is left open`(_ words: String) {
    guard case .unclear? = StandInTable.embedded.judgement(of: words) else {
      Issue.record("\(words) is not left open")
      return
    }
  }

  @Test(arguments: [
    ("Windows_Server-2016-English-Full-Base-*", "Windows"),
    ("MicrosoftWindowsServer/WindowsServer/2016-Datacenter", "Windows"),
    ("9600.17050.WINBLUE_REFRESH.140317-1640_X64FRE_SERVER_EVAL_EN-US.ISO", "Windows"),
    ("7601.17514.101119-1850_x64fre_server_eval_en-us-GRMSXEVAL_EN_DVD.iso", "Windows"),
    ("win-2008", "Windows"),
    ("windows7srv-64", "Windows"), ("FreeBSD-12.2-RELEASE-amd64-disc1.iso", "FreeBSD"),
    ("http://cdn.openbsd.org/pub/OpenBSD/7.1/amd64/install71.iso", "OpenBSD"), ("darwin12-64", "macOS"),
    ("OSX_InstallESD_10.11_15A284.dmg", "macOS"), ("OmniOS_Text_r151018.iso", "a Solaris"),
  ])
  func `what is no Linux has no stand-in`(_ words: String, _ system: String) {
    #expect(StandInTable.embedded.judgement(of: words) == .foreign(system))
  }

  @Test(arguments: [
    "ami-98bfe4fb", "https://account.blob.core.windows.net/images/base.vhd", "mini.iso", "box.ova",
  ])
  func `words that no rule knows tell nothing`(_ words: String) {
    #expect(StandInTable.embedded.judgement(of: words) == nil)
  }
}
