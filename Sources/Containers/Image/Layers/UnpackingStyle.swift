/// What unpacked layers look like: it differs between root and an ordinary user's namespace.
package struct UnpackingStyle: Sendable, Hashable {
  /// Whether device nodes are made; they need a capability, and a container has its own.
  package var makesDevices: Bool
  /// Whether files get the owners that the layer names.
  package var keepsOwners: Bool
  /// The attribute that marks an opaque folder for the kernel.
  package var opaqueMark: String

  package init(makesDevices: Bool, keepsOwners: Bool, opaqueMark: String) {
    self.makesDevices = makesDevices
    self.keepsOwners = keepsOwners
    self.opaqueMark = opaqueMark
  }

  /// For overlays that root mounts.
  package static var privileged: UnpackingStyle {
    UnpackingStyle(makesDevices: false, keepsOwners: true, opaqueMark: "trusted.overlay.opaque")
  }

  /// For overlays that are mounted with `userxattr` in a user namespace; to be unpacked in the same one.
  package static var userNamespace: UnpackingStyle {
    UnpackingStyle(makesDevices: false, keepsOwners: true, opaqueMark: "user.overlay.opaque")
  }
}
