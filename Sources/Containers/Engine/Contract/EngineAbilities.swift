/// What a driver can do beyond the common core; asked when planning, said when lacking.
package struct EngineAbilities: Sendable, Hashable {
  package var privileged: Bool
  package var devices: Bool
  package var isolatedNetwork: Bool
  /// Folders of the host and tmpfs in a container.
  package var mounts = true
  /// Volumes that are kept by name from one container to the next.
  package var namedVolumes = false
  /// Whether a container whose own program has ended can be committed.
  package var commitsEnded = false
  /// Whether programs of a container see, and can end, none but its own.
  package var isolatedProcesses = true
  /// What it lacks on this machine, a clause each, for people.
  package var limits: [String] = []

  package init(privileged: Bool, devices: Bool, isolatedNetwork: Bool) {
    self.privileged = privileged
    self.devices = devices
    self.isolatedNetwork = isolatedNetwork
  }

  /// Refuses a container that needs what is lacking.
  package func expect(_ spec: ContainerSpec, of engine: String) throws(EngineError) {
    let lacking = [
      (spec.privileged && !privileged, "privileged containers"),
      (!spec.devices.isEmpty && !devices, "devices"),
      (spec.network == .none && !isolatedNetwork, "containers without a network"),
      (!(spec.mounts.isEmpty && spec.tmpfs.isEmpty) && !mounts, "mounted folders"),
    ].filter { $0.0 }.map { $0.1 }
    guard let first = lacking.first else {
      guard !namedVolumes, let volume = spec.mounts.first(where: \.isNamed) else { return }
      throw EngineError(
        .unavailable, "the \(engine) engine keeps no volumes such as `\(volume.source)`",
        help:
          "name a folder of the host in its place (`{{pwd}}/\(volume.source)`), or bake with `--engine docker`"
      )
    }
    throw EngineError(
      .unavailable, "the \(engine) engine has no \(first) here",
      help: "`ovenproof doctor` tells what a better engine needs on this machine")
  }
}
