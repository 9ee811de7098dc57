import CLinux
import Glibc
import Host

/// This program as a copy in memory that cannot be written to.
///
/// While a child starts a program in a container, the container's processes see it. Those that may trace it
/// can open its executable, and write to that once nobody runs it: it must not be the file that the user
/// will run next.
enum SealedCopy {
  private static let mark = "OVENPROOF_SEALED"

  /// Whether a container with these capabilities can trace a process that hides from it.
  static func isNeeded(for capabilities: CapabilitySet) -> Bool {
    capabilities.contains(.trace) || capabilities.contains(.systemAdministration)
  }

  /// Goes on as the copy, with the same arguments; returns in the copy.
  static func become() throws(EngineError) {
    guard getenv(mark) == nil else { return }
    var variables: [UnsafeMutablePointer<CChar>?] = []
    var next = environ
    while let entry = next.pointee {
      variables.append(entry)
      next += 1
    }
    variables += [strdup("\(mark)=1"), nil]
    clinux_become_sealed_copy(CommandLine.unsafeArgv, variables)
    throw .system("copy this program into memory")
  }
}
