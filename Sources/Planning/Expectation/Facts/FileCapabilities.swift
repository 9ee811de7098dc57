/// The capabilities that a file gives to who runs it, or lets them keep: the attribute `security.capability` (capabilities(7)).
package struct FileCapabilities: Sendable {
  package static let attribute = "security.capability"

  /// The names by their numbers, as the kernel's header has them, without `cap_`.
  static let names = [
    "chown", "dac_override", "dac_read_search", "fowner", "fsetid", "kill", "setgid", "setuid", "setpcap",
    "linux_immutable", "net_bind_service", "net_broadcast", "net_admin", "net_raw", "ipc_lock", "ipc_owner",
    "sys_module", "sys_rawio", "sys_chroot", "sys_ptrace", "sys_pacct", "sys_admin", "sys_boot", "sys_nice",
    "sys_resource", "sys_time", "sys_tty_config", "mknod", "lease", "audit_write", "audit_control", "setfcap",
    "mac_override", "mac_admin", "syslog", "wake_alarm", "block_suspend", "audit_read", "perfmon", "bpf",
    "checkpoint_restore",
  ]

  /// Those that it gives, and those that only who has them as inheritable gets, by name; of a number without a name, the number.
  package let held: [String]

  /// Reads the attribute; nil for what the kernel would not take.
  package init?(_ bytes: [UInt8]) {
    func word(_ index: Int) -> UInt32 {
      (0..<4).reversed().reduce(0) { $0 << 8 | UInt32(bytes[index * 4 + $1]) }
    }
    guard bytes.count >= 4 else { return nil }
    // Revision 3 adds the user of a namespace at the end.
    let sizes: [UInt32: Int] = [0x0100_0000: 12, 0x0200_0000: 20, 0x0300_0000: 24]
    guard let size = sizes[word(0) & 0xFF00_0000], bytes.count == size else { return nil }
    // The permitted and the inheritable ones, and beyond the first revision their upper halves.
    let high = size > 12 ? UInt64(word(3) | word(4)) << 32 : 0
    let bits = UInt64(word(1) | word(2)) | high
    held = (0..<64).filter { bits >> UInt64($0) & 1 == 1 }
      .map { $0 < Self.names.count ? Self.names[$0] : String($0) }
  }
}
