/// A system call that programs in a container are refused.
///
/// The list holds what a capability does not guard already: the kernel's keyrings, which no namespace
/// divides; interfaces with a long record of faults; and a new user namespace, which would give a program
/// every capability over new mounts and networks. A few that a capability guards are there as a second
/// wall. Package managers, Puppet, Ansible and Chef use none of them.
package struct RefusedCall: Sendable, Hashable {
  package let name: String
  /// The capability which, given to a container, gives the call too.
  package let lifting: Capability?

  /// The calls that a container with these capabilities is refused.
  package static func names(for capabilities: CapabilitySet) -> [String] {
    all.filter { call in call.lifting.map { !capabilities.contains($0) } ?? true }.map(\.name)
  }

  /// Whether a container with these capabilities may not make user namespaces.
  package static func refusesUserNamespaces(for capabilities: CapabilitySet) -> Bool {
    !capabilities.contains(.systemAdministration)
  }

  private static let all: [RefusedCall] = [
    RefusedCall("add_key"), RefusedCall("keyctl"), RefusedCall("request_key"),
    RefusedCall("bpf", liftedBy: "SYS_ADMIN"), RefusedCall("perf_event_open", liftedBy: "SYS_ADMIN"),
    RefusedCall("userfaultfd", liftedBy: "SYS_PTRACE"), RefusedCall("io_uring_setup", liftedBy: "SYS_ADMIN"),
    RefusedCall("delete_module", liftedBy: "SYS_MODULE"), RefusedCall("finit_module", liftedBy: "SYS_MODULE"),
    RefusedCall("init_module", liftedBy: "SYS_MODULE"), RefusedCall("kexec_file_load", liftedBy: "SYS_BOOT"),
    RefusedCall("kexec_load", liftedBy: "SYS_BOOT"),
    RefusedCall("open_by_handle_at", liftedBy: "DAC_READ_SEARCH"),
  ]

  private init(_ name: String, liftedBy capability: String? = nil) {
    self.name = name
    lifting = capability.flatMap(Capability.init(_:))
  }
}
