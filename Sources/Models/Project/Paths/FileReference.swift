package import Packer
package import Source

/// A path that an option of a component names, and what stands there.
package struct FileReference: Sendable, Hashable {
  /// What the option wants the path for.
  package enum Kind: String, Sendable, CaseIterable {
    case file, directory, path, script
    case cookbookPath = "cookbook path"
    case rolesPath = "roles path"
    case dataBagsPath = "data bags path"
    case environmentsPath = "environments path"
    case manifest
    case modulePath = "module path"
    case playbook
    case role
    case configurationTemplate = "configuration template"
    case privateKey = "private key"
    case certificate
    case accountFile = "account file"
    /// A machine to start from, or a disc for it.
    case machineImage = "machine image"

    /// Whether a folder, a file or either is wanted.
    package var wanted: Wanted {
      switch self {
      case .file, .script, .playbook, .configurationTemplate, .privateKey, .certificate, .accountFile: .file
      case .directory, .cookbookPath, .rolesPath, .dataBagsPath, .environmentsPath, .modulePath, .role:
        .directory
      case .path, .manifest, .machineImage: .either
      }
    }

    /// Whether what it names is often kept outside of the repository: a secret, or an image of a machine.
    package var isOftenElsewhere: Bool {
      switch self {
      case .privateKey, .certificate, .accountFile, .machineImage: true
      default: false
      }
    }
  }

  package enum Wanted: Sendable, Hashable { case file, directory, either }

  package enum State: Sendable, Hashable {
    case present
    /// Nothing is there; a name close by that is there, as the user would write it.
    case absent(near: String?)
    /// Nothing is there yet: an earlier step of the build, which the reason names, may make it.
    case later(UnknownReason)
    /// It is there and cannot be read; in words for people.
    case unreadable(String)
    /// It is there and does not hold what it should; in words that follow its name.
    case unusable(String)
    /// A folder where a file is wanted, or the other way round.
    case wrongKind
    /// Only the run can tell.
    case unknown(UnknownReason)
  }

  package let owner: ComponentReference
  /// The option with the place of its name.
  package let option: Located<String>
  package let kind: Kind
  /// The place of the path in the template, inside its quotes.
  package let location: Location
  /// The path as the option gives it, rendered; nil where it cannot be told.
  package let written: String?
  /// The path under which the file tree knows it; nil where it cannot be told.
  package let path: String?
  package let state: State

  package init(
    owner: ComponentReference, option: Located<String>, kind: Kind, location: Location, written: String?,
    path: String?, state: State
  ) {
    self.owner = owner
    self.option = option
    self.kind = kind
    self.location = location
    self.written = written
    self.path = path
    self.state = state
  }
}

extension FileReference {
  /// The same reference with another verdict.
  func with(_ state: State) -> FileReference {
    FileReference(
      owner: owner, option: option, kind: kind, location: location, written: written, path: path, state: state
    )
  }
}

/// Names a component of a build.
package struct ComponentReference: Sendable, Hashable {
  package let build: String
  package let kind: ConfiguredComponent.Kind
  package let type: String
  /// Where it stands in its list, from 1; 0 for the error-cleanup-provisioner.
  package let position: Int
  /// The chain of a post-processor, from 1; else 0.
  package let chain: Int

  /// A component of a build by itself; the chain counts for post-processors alone.
  package init(_ component: ConfiguredComponent, in build: Build, chain: Int = 0) {
    self.init(
      build: build.name, kind: component.kind, type: component.type.value, position: component.position,
      chain: chain)
  }

  package init(build: String, kind: ConfiguredComponent.Kind, type: String, position: Int, chain: Int = 0) {
    self.build = build
    self.kind = kind
    self.type = type
    self.position = position
    self.chain = chain
  }
}
