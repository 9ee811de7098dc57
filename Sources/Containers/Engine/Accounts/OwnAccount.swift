import Glibc
import Host

/// The account that this process runs as.
///
/// The C library is not asked: in a static executable it loads modules of the machine's own library for accounts that
/// `/etc/passwd` does not list, and crashes.
package enum OwnAccount {
  /// Its name, as `/etc/passwd` or else `id`, which knows accounts of a network, tells it; the number where it has none.
  package static func name() async -> String {
    let number = geteuid()
    let passwd = (try? Disk(workingDirectory: "/").read("/etc/passwd", limit: 16 << 20)) ?? []
    let listed = AccountTable(passwd: passwd, group: []).users.first { $0.id == number }
    if let listed { return listed.name }
    return await nameElsewhere() ?? "\(number)"
  }

  private static func nameElsewhere() async -> String? {
    guard let told = try? await Command(["id", "-un"], deadline: 10).output(), told.termination.succeeded
    else {
      return nil
    }
    let name = String(decoding: told.output, as: UTF8.self).trimmingEnd
    return name.isEmpty ? nil : name
  }
}
