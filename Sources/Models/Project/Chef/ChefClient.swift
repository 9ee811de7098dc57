package import Chef
package import Packer
import ShellSyntax
package import Source

/// The Chef client of a provisioner: who installs it, and which version.
package struct ChefClient: Sendable {
  package enum Origin: Sendable {
    /// Packer's own command, which also accepts the licence.
    case packer
    /// The `install_command` option.
    case command(OptionValue)
    /// Nothing by this provisioner: the place of the `skip_install` option.
    case skipped(Location)
  }

  package let origin: Origin
  package let version: ClientVersion
  /// Whether it is Cinc, the build of Chef that has no licence to accept.
  package let isCinc: Bool
}

extension ProjectLoader {
  /// The client of a Chef provisioner, told from its options and from the steps before it.
  func client(of subject: Subject) -> ChefClient {
    let options = subject.options
    if let option = options.entries.last(where: { $0.name.value == "skip_install" }),
      options.flag("skip_install") != false
    {
      let (version, isCinc) = earlierInstall(subject)
      let isSkipped = options.flag("skip_install") == true
      return ChefClient(
        origin: .skipped(option.name.location), version: isSkipped ? version : .any, isCinc: isCinc)
    }
    let wanted = wantedVersion(options)
    guard let command = options["install_command"], let text = options.deferred("install_command") else {
      return ChefClient(origin: .packer, version: wanted, isCinc: false)
    }
    let written = text.text.string
    return ChefClient(
      origin: .command(command),
      version: written.contains(".Version") ? wanted : ClientVersion(installedBy: written) ?? .any,
      isCinc: written.contains("cinc"))
  }

  /// What the `version` option asks for.
  private func wantedVersion(_ options: Options) -> ClientVersion {
    switch options.text("version") {
    case .absent: .latest
    case .value(let text): text.value.complete.map(ClientVersion.init(option:)) ?? .any
    case .unknown: .any
    }
  }

  /// What a step of the same build has installed before.
  private func earlierInstall(_ subject: Subject) -> (version: ClientVersion, isCinc: Bool) {
    func isEarlier(_ owner: ComponentReference) -> Bool {
      owner.build == subject.build.name && owner.kind == .provisioner
        && (1..<subject.position).contains(owner.position)
    }
    var version = ClientVersion.any
    var isCinc = false
    for script in scripts where isEarlier(script.owner) && !script.isOnHost {
      let text = script.script.text.string
      if let found = ClientVersion(installedBy: text) { version = found }
      if text.contains("cinc") { isCinc = true }
    }
    for run in chefRuns where isEarlier(run.owner) {
      if case .skipped = run.client.origin { continue }
      version = run.client.version
    }
    return (version, isCinc)
  }
}
