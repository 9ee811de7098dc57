/// What unpacked layers look like: it differs between root and an ordinary user's namespace.
package struct UnpackingStyle: Sendable, Hashable {
  /// Whether device nodes are made; they need a capability, and a container has its own.
  package var makesDevices: Bool
  /// Whether files get the owners that the layer names.
  package var keepsOwners: Bool
  /// The attribute that marks an opaque folder for the kernel; nil where layers are laid over one another in one folder,
  /// and take away what they hide.
  package var opaqueMark: String?
  /// The folder of the cache for layers that look so.
  package let folder: String

  package init(makesDevices: Bool, keepsOwners: Bool, opaqueMark: String?, folder: String) {
    self.makesDevices = makesDevices
    self.keepsOwners = keepsOwners
    self.opaqueMark = opaqueMark
    self.folder = folder
  }

  /// For overlays that root mounts.
  package static var privileged: UnpackingStyle {
    UnpackingStyle(
      makesDevices: false, keepsOwners: true, opaqueMark: "trusted.overlay.opaque", folder: "layers")
  }

  /// For a root without any overlay: all layers go into one folder.
  package static var tree: UnpackingStyle {
    UnpackingStyle(makesDevices: false, keepsOwners: true, opaqueMark: nil, folder: "layers")
  }

  /// For overlays that are mounted with `userxattr` in a user namespace; to be unpacked in the same one.
  ///
  /// `ids` tells such namespaces apart: what was unpacked in one belongs to others in the next.
  package static func userNamespace(_ ids: String, keepsOwners: Bool) -> UnpackingStyle {
    let name = Digest(of: Array(ids.utf8)).hex.prefix(12)
    return UnpackingStyle(
      makesDevices: false, keepsOwners: keepsOwners, opaqueMark: "user.overlay.opaque",
      folder: "user-layers/\(name)")
  }
}
