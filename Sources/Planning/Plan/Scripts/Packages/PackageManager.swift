/// A program of a Linux that installs packages and can be asked what it would do.
package enum PackageManager: String, Sendable, Hashable, CaseIterable {
  case apt, dnf, yum, apk, zypper, pacman

  /// The manager that a program is; nil for other programs, and for one that cannot be asked.
  init?(program name: String) {
    switch name.split(separator: "/").last.map(String.init) ?? name {
    case "apt-get", "apt", "aptitude": self = .apt
    case "dnf", "dnf5": self = .dnf
    case "yum": self = .yum
    case "apk": self = .apk
    case "zypper": self = .zypper
    case "pacman": self = .pacman
    default: return nil
    }
  }

  /// The program that is asked.
  package var program: String {
    switch self {
    case .apt: "apt-get"
    case .dnf, .yum, .apk, .zypper, .pacman: rawValue
    }
  }

  /// Whether a word of a call says that packages are installed.
  func installs(_ word: String) -> Bool {
    switch self {
    case .apt, .dnf, .yum: word == "install"
    case .zypper: word == "install" || word == "in"
    case .apk: word == "add"
    case .pacman:
      word.hasPrefix("-S") && word.dropFirst(2).allSatisfy { "yuq".contains($0) } || word == "--sync"
    }
  }

  /// Whether a word of a call says that the lists of packages are fetched anew.
  func refreshes(_ word: String) -> Bool {
    switch self {
    case .apt, .apk: word == "update"
    case .dnf, .yum: word == "makecache" || word == "check-update"
    case .zypper: word == "refresh" || word == "ref"
    case .pacman: word.hasPrefix("-Sy")
    }
  }

  /// Options that take the next word as their value.
  func takesValue(_ option: String) -> Bool {
    switch self {
    case .apt: ["-t", "-o", "-c", "--target-release", "--default-release", "--option"].contains(option)
    case .apk:
      ["-t", "--virtual", "-X", "--repository", "-p", "--root", "--arch", "--keys-dir"].contains(option)
    case .dnf, .yum:
      ["-c", "-x", "--releasever", "--enablerepo", "--disablerepo", "--exclude", "--setopt"].contains(option)
    case .zypper: ["-r", "--repo", "--from", "-t", "--type", "-R", "--root"].contains(option)
    case .pacman: ["-b", "-r", "--dbpath", "--root", "--config"].contains(option)
    }
  }

  /// The folder below which the manager's sources are listed.
  var sourceFolders: [String] {
    switch self {
    case .apt: ["/etc/apt"]
    case .dnf, .yum: ["/etc/yum.repos.d", "/etc/dnf", "/etc/yum", "/etc/pki/rpm-gpg"]
    case .apk: ["/etc/apk"]
    case .zypper: ["/etc/zypp"]
    case .pacman: ["/etc/pacman"]
    }
  }
}
