import ShellSyntax

/// A call of a package manager that installs, upgrades or removes packages.
struct PackageInstall {
  enum Manager: Hashable { case apt, yum, zypper, pacman }

  let manager: Manager
  let verb: String
  let call: ShellCall

  private static let managers: [String: Manager] = [
    "apt-get": .apt, "apt": .apt, "aptitude": .apt, "yum": .yum, "dnf": .yum, "microdnf": .yum,
    "zypper": .zypper, "pacman": .pacman,
  ]
  private static let verbs: Set = [
    "install", "upgrade", "dist-upgrade", "full-upgrade", "remove", "purge", "autoremove", "update",
    "groupinstall", "localinstall", "reinstall", "erase", "dup", "patch", "in", "build-dep", "safe-upgrade",
  ]
  private static let valued: Set = [
    "-o", "-t", "-c", "--target-release", "--enablerepo", "--disablerepo", "-x",
  ]

  init?(_ call: ShellCall) {
    guard let manager = Self.managers[call.program] else { return nil }
    if manager == .pacman {
      guard
        let verb = call.words.first(where: { $0.hasPrefix("-S") || $0.hasPrefix("-R") || $0.hasPrefix("-U") })
      else { return nil }
      self.init(manager, verb, call)
      return
    }
    guard let verb = call.verb(skipping: Self.valued), Self.verbs.contains(verb) else { return nil }
    // Only rpm's managers change the system with `update`.
    if verb == "update", manager != .yum { return nil }
    self.init(manager, verb, call)
  }

  private init(_ manager: Manager, _ verb: String, _ call: ShellCall) {
    self.manager = manager
    self.verb = verb
    self.call = call
  }

  /// The option with which nothing is asked.
  var silencer: String {
    switch manager {
    case .apt, .yum: "-y"
    case .zypper: "--non-interactive"
    case .pacman: "--noconfirm"
    }
  }

  /// Whether it asks before it acts, and so finds nobody to answer.
  var asks: Bool {
    switch manager {
    case .apt:
      let words = call.words
      if call.has("--yes", or: "y") || call.has("--assume-yes") || call.has("--force-yes") { return false }
      if call.has("--dry-run", or: "s") || call.has("--simulate") || call.has("--download-only", or: "d") {
        return false
      }
      // Quiet of the second degree, and either answer as a setting.
      if words.contains("-qq") || words.contains("-q=2") || words.filter({ $0 == "-q" }).count > 1 {
        return false
      }
      return !words.contains {
        $0.contains("Assume-Yes") || $0.contains("assume-yes") || $0.contains("Force")
      }
    case .yum:
      return !(call.has("--assumeyes", or: "y") || call.has("--assumeno") || call.has("--downloadonly"))
    case .zypper:
      return !(call.has("--non-interactive", or: "n") || call.has("--no-confirm", or: "y"))
    case .pacman: return !call.has("--noconfirm") && !call.has("--print", or: "p")
    }
  }
}
