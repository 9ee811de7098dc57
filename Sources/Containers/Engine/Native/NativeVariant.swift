import Image

/// How the native engine keeps its containers on this machine: between which walls, and with which ids.
///
/// It is chosen when the engine is opened, the best that works, and nothing else tells the variants apart: requests to
/// children carry it, and what enters a container asks the kernel where that differs from its own surroundings.
///
///     ids            walls
///     the machine's  runc         root: everything
///     a namespace's  runc         an ordinary user, or root without the right to mount
///     either         namespaces   no `runc`, or no control groups for it
///     the machine's  chroot       root who may make no namespaces, as in a default `docker run`
package struct NativeVariant: Sendable, Hashable {
  package let walls: Walls
  /// The ids of the user namespaces that containers live in; nil where they have the machine's own.
  package let identities: IdentityMap?
  /// Whether the runtime can filter system calls.
  let canFilter: Bool
  /// What control groups can limit.
  var limits = GroupLimits()
  /// Why it is not a better one.
  package var reason: String?

  /// What the engine can do so.
  package var abilities: EngineAbilities {
    var abilities = EngineAbilities(privileged: true, devices: true, isolatedNetwork: true)
    if identities?.knowsRootAlone ?? false {
      abilities.limits.append(
        "this user has no range of ids, so all files belong to root and no command runs as another user")
    }
    switch walls {
    case .runc: break
    case .namespaces:
      abilities.limits.append("containers have no control groups, and a shell in one has no job control")
    case .chroot:
      abilities.privileged = false
      abilities.devices = false
      abilities.isolatedNetwork = false
      abilities.mounts = false
      abilities.isolatedProcesses = false
      abilities.limits.append(
        "containers are a changed root alone: their programs see and may end those of the machine, there is no `/proc` "
          + "and no `/sys`, and each start copies the image")
    }
    return abilities
  }

  /// Whether our own children can filter the calls of programs: that needs the right to administer where they are.
  var canFilterItself: Bool { walls != .chroot }

  var unpackingStyle: UnpackingStyle {
    walls == .chroot ? .tree : identities?.unpackingStyle ?? .privileged
  }

  /// Whether devices are the machine's own, mounted one by one: none can be made in a user namespace, and without control
  /// groups nobody would watch which are made.
  var mountsDevices: Bool { identities != nil || walls.kind != .runc }
}

extension IdentityMap {
  /// How layers look in a namespace of these ids.
  var unpackingStyle: UnpackingStyle { .userNamespace(description, keepsOwners: !knowsRootAlone) }
}
