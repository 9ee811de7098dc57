/// Whom files belong to that are brought into a container: those whom they name, as far as the container knows them, and
/// root otherwise.
struct FileOwners: Sendable, Hashable {
  private let identities: IdentityMap
  /// What the kernel shows for an owner whom a namespace does not know (`/proc/sys/kernel/overflowuid`).
  private static let nobody: UInt32 = 65534

  /// The owners in a container whose processes have this map.
  init(_ identities: IdentityMap) { self.identities = identities }

  /// For what names its owners in the container's ids.
  func named(_ attributes: FileAttributes) -> FileAttributes {
    var attributes = attributes
    if !identities.hasUser(attributes.owner) { attributes.owner = 0 }
    if !identities.hasGroup(attributes.group) { attributes.group = 0 }
    return attributes
  }

  /// For a file of the machine as a process in the container's user namespace sees it: the number of its owner outside
  /// counts, as with docker.
  func ofMachine(_ attributes: FileAttributes) -> FileAttributes {
    var attributes = attributes
    attributes.owner = Self.outside(attributes.owner, identities.users)
    attributes.group = Self.outside(attributes.group, identities.groups)
    return named(attributes)
  }

  private static func outside(_ id: UInt32, _ ranges: [IdentityMap.Range]) -> UInt32 {
    guard let found = ranges.lazy.compactMap({ $0.outside(of: id) }).first else { return 0 }
    // Shown also for an owner that cannot be shown, and those are many, root first of all.
    return id == nobody && found != nobody ? 0 : found
  }
}
