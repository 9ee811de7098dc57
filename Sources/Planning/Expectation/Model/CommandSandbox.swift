/// A fresh container that one command has for itself.
package struct CommandSandbox: Sendable, Hashable {
  /// Run before the command, one after the other, whatever they end with.
  package let setup: [CommandCall]
  package let isPrivileged: Bool
  /// Added to those that containers have anyway: `NET_ADMIN`.
  package let capabilities: [String]
  package let mounts: [Mount]
  /// Whether the command writes to a terminal.
  package let hasTerminal: Bool

  /// Whether a program that cannot be started is to be told from one that ends with a shell's code for that; engines may start each
  /// as a container's own then.
  package let tellsUnstarted: Bool
  /// Whether what the setup leaves in volumes of the image is there for what follows.
  package let keepsVolumes: Bool

  /// A folder or file of the host in the container.
  package struct Mount: Sendable, Hashable {
    package let source: String
    package let destination: String
    package let isReadOnly: Bool

    package init(source: String, destination: String, isReadOnly: Bool) {
      self.source = source
      self.destination = destination
      self.isReadOnly = isReadOnly
    }
  }

  package init(
    setup: [CommandCall] = [], isPrivileged: Bool = false, capabilities: [String] = [], mounts: [Mount] = [],
    hasTerminal: Bool = false, tellsUnstarted: Bool = false, keepsVolumes: Bool = true
  ) {
    self.tellsUnstarted = tellsUnstarted
    self.keepsVolumes = keepsVolumes
    self.setup = setup
    self.isPrivileged = isPrivileged
    self.capabilities = capabilities
    self.mounts = mounts
    self.hasTerminal = hasTerminal
  }
}
