/// Paths that say nothing about an image: what changes with every build, and what other assertions stand for.
enum VolatilePath {
  private static let folders = [
    "/proc", "/sys", "/dev", "/run", "/var/run", "/tmp", "/var/tmp", "/var/log", "/var/cache", "/var/spool",
    "/var/backups", "/var/lib/apt", "/var/lib/dpkg", "/var/lib/rpm", "/usr/lib/sysimage", "/var/lib/pacman",
    "/lib/apk",
    "/usr/lib/apk", "/var/lib/dnf", "/var/lib/yum", "/var/lib/systemd", "/var/lib/ucf", "/var/lib/pam",
    "/var/lib/misc", "/usr/share/doc", "/usr/share/man", "/usr/share/info", "/usr/share/locale",
    "/usr/share/zoneinfo", "/usr/share/mime", "/usr/share/icons", "/usr/include",
    "/etc/alternatives", "/etc/ssl/certs", "/etc/pki", "/etc/ca-certificates", "/etc/systemd/system",
  ]

  private static let files: Set<String> = [
    "/etc/machine-id", "/etc/ld.so.cache", "/etc/resolv.conf", "/etc/hosts", "/etc/hostname", "/etc/mtab",
    "/etc/.pwd.lock", "/etc/passwd", "/etc/group", "/etc/shadow", "/etc/gshadow", "/etc/subuid",
    "/etc/subgid",
    "/etc/shells", "/etc/timezone", "/etc/localtime", "/etc/adjtime", "/etc/environment", "/etc/apk/world",
    "/etc/mailname", "/etc/.updated", "/var/.updated", "/.dockerenv",
  ]

  private static let endings = [
    "-", "~", ".pyc", ".bak", ".log", ".pid", ".lock", ".cache", ".dpkg-old", ".dpkg-new", ".dpkg-dist",
    ".ucf-old",
    ".rpmsave", ".rpmnew", ".apk-new",
  ]

  private static let names: Set<String> = [
    "__pycache__", ".cache", ".git", ".npm", "node_modules", "site-packages", "dist-packages",
    ".bash_history", ".wget-hsts",
    "random-seed", ".lesshst", "gems",
  ]

  static func isOne(_ path: String) -> Bool {
    if files.contains(path) || endings.contains(where: path.hasSuffix) { return true }
    if folders.contains(where: { path == $0 || path.hasPrefix($0 + "/") }) { return true }
    let parts = path.split(separator: "/")
    // Links of SysV's run levels follow from the packages.
    if parts.count > 1, parts[0] == "etc", parts[1].hasPrefix("rc"), parts[1].hasSuffix(".d") { return true }
    return parts.contains { names.contains(String($0)) || $0.hasPrefix("ssh_host_") }
  }
}
