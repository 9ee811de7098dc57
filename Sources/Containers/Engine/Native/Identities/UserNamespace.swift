import CLinux
import Glibc
import Host

/// A user namespace in which this process is root, though it may be nobody outside.
///
/// Only a process outside can give it more ids than one: a helper that this process leaves there does it, by itself
/// where it has the right and with `newuidmap` and `newgidmap` otherwise (user_namespaces(7)).
enum UserNamespace {
  /// What maps an ordinary user's ids; both are setuid root.
  static let programs = ["newuidmap", "newgidmap"]

  /// Whether this process may map all ids of its own namespace, as root in a container may.
  static var mayMapAll: Bool {
    let held = CapabilitySet.ownEffective
    return ["SETUID", "SETGID", "SETFCAP"].compactMap(Capability.init(_:)).allSatisfy(held.contains)
  }

  /// Enters a new one. The process must have one thread.
  static func enter(_ map: IdentityMap) throws(EngineError) {
    let helper = try MappingHelper.start(map)
    guard clinux_unshare(clinux_new_users) == 0 else {
      let code = errno
      helper.abandon()
      throw refusal(code)
    }
    try helper.map()
    // Root of the namespace, and no longer a member of groups that it does not know; where ids cannot be given away,
    // groups cannot be changed either.
    guard setregid(0, 0) == 0, setreuid(0, 0) == 0, map.knowsRootAlone || setgroups(0, nil) == 0 else {
      throw .system("become root of a user namespace")
    }
  }

  /// Why no namespace could be made, and what to do about it.
  static func refusal(_ code: Int32) -> EngineError {
    switch code {
    case ENOSPC:
      EngineError(
        .unavailable, "the machine allows no user namespaces",
        help: "as root: `sysctl user.max_user_namespaces=15000`; or run as root, or use `--engine docker`")
    case EPERM, EACCES:
      EngineError(
        .unavailable, "this user may not make user namespaces",
        help:
          "as root, where the machine has these settings: `sysctl kernel.unprivileged_userns_clone=1`, "
          + "`sysctl kernel.apparmor_restrict_unprivileged_userns=0`; in a container: `--security-opt seccomp=unconfined`"
      )
    default: .host(.errno(code, "make a user namespace"))
    }
  }
}
