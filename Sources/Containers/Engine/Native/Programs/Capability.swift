/// A capability of Linux by its number (capabilities(7)).
package struct Capability: Sendable, Hashable, Comparable {
  package let number: Int

  /// The capability of a name, with or without `CAP_`, in any case.
  package init?(_ name: String) {
    let upper = name.uppercased()
    let bare = upper.hasPrefix("CAP_") ? String(upper.dropFirst(4)) : upper
    guard let number = Self.names.firstIndex(of: bare) else { return nil }
    self.number = number
  }

  package init(number: Int) { self.number = number }

  /// The full name, `CAP_CHOWN`.
  package var name: String { number < Self.names.count ? "CAP_" + Self.names[number] : "CAP_\(number)" }

  package static func < (a: Capability, b: Capability) -> Bool { a.number < b.number }

  private static let names = [
    "CHOWN", "DAC_OVERRIDE", "DAC_READ_SEARCH", "FOWNER", "FSETID", "KILL", "SETGID", "SETUID", "SETPCAP",
    "LINUX_IMMUTABLE", "NET_BIND_SERVICE", "NET_BROADCAST", "NET_ADMIN", "NET_RAW", "IPC_LOCK", "IPC_OWNER",
    "SYS_MODULE", "SYS_RAWIO", "SYS_CHROOT", "SYS_PTRACE", "SYS_PACCT", "SYS_ADMIN", "SYS_BOOT", "SYS_NICE",
    "SYS_RESOURCE", "SYS_TIME", "SYS_TTY_CONFIG", "MKNOD", "LEASE", "AUDIT_WRITE", "AUDIT_CONTROL", "SETFCAP",
    "MAC_OVERRIDE", "MAC_ADMIN", "SYSLOG", "WAKE_ALARM", "BLOCK_SUSPEND", "AUDIT_READ", "PERFMON", "BPF",
    "CHECKPOINT_RESTORE",
  ]

  static let systemAdministration = Capability(number: 21)
  static let trace = Capability(number: 19)
}
