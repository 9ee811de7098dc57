package import Chef
package import Packer
package import Source

/// One step of a build: what it reads, what it does, what it leaves behind, and who asked for it.
package struct Step: Sendable {
  package enum Kind: String, Sendable {
    case start, provision, commit, export, discard
    case postProcess = "post-process"
  }

  /// Unique in its build and stable: `start`, `provision-1`, `commit`, `post-process-1.2`.
  package let id: String
  package let kind: Kind
  /// The component's type: `docker`, `shell`, `docker-tag`.
  package let type: String
  /// One line for people.
  package let title: String
  /// The bytes of the template that asked for it.
  package let origin: Location
  package let inputs: [Input]
  package let effects: [Effect]
  package let control: Control
  package let action: Action
  package let rehearsal: Rehearsal
  /// What a Chef provisioner would converge; nil for other components, and where that cannot be told.
  package let compilation: Compilation?

  package init(
    id: String, kind: Kind, type: String, title: String, origin: Location, inputs: [Input] = [],
    effects: [Effect] = [], control: Control = Control(), action: Action, rehearsal: Rehearsal = Rehearsal(),
    compilation: Compilation? = nil
  ) {
    self.id = id
    self.kind = kind
    self.type = type
    self.title = title
    self.origin = origin
    self.inputs = inputs
    self.effects = effects
    self.control = control
    self.action = action
    self.rehearsal = rehearsal
    self.compilation = compilation
  }

  package enum Action: Sendable {
    case start(ContainerStart)
    case provision([Operation])
    case commit(Commit)
    /// The container's file system as a tar at a path on the host.
    case export(path: RunText)
    case discard
    /// A file on the host (the `file` builder).
    case makeFile(FileMaking)
    case postProcess(PostProcess)
    /// It cannot be done here; in words for people.
    case unsupported(String)
  }

  /// How a step is paused, bounded and repeated (Packer's wrappers around a provisioner).
  package struct Control: Sendable, Hashable {
    /// Seconds.
    package let pauseBefore: Double
    /// Seconds for one attempt; nil for none. Never set together with a pause.
    package let timeout: Double?
    /// Further attempts after the first.
    package let retries: Int

    package init(pauseBefore: Double = 0, timeout: Double? = nil, retries: Int = 0) {
      self.pauseBefore = pauseBefore
      self.timeout = timeout
      self.retries = retries
    }
  }

  package struct Input: Sendable, Hashable {
    package enum Kind: String, Sendable { case file, directory, variable, step, hole }

    package let kind: Kind
    /// A path on the host for files and directories, else a name.
    package let name: String
    package let digest: String?

    package init(_ kind: Kind, _ name: String, digest: String? = nil) {
      self.kind = kind
      self.name = name
      self.digest = digest
    }
  }

  package struct Effect: Sendable, Hashable {
    package enum Kind: String, Sendable {
      case creates, changes, removes, installs, runs, uploads, downloads, publishes
    }
    package enum Certainty: String, Sendable { case sure, maybe }

    package let kind: Kind
    /// A path in the image or on the host, or a name (a package, a command, a reference).
    package let subject: String
    package let isPath: Bool
    package let certainty: Certainty

    package init(_ kind: Kind, path: String, _ certainty: Certainty = .sure) {
      self.init(kind, path, isPath: true, certainty)
    }

    package init(_ kind: Kind, name: String, _ certainty: Certainty = .sure) {
      self.init(kind, name, isPath: false, certainty)
    }

    private init(_ kind: Kind, _ subject: String, isPath: Bool, _ certainty: Certainty) {
      self.kind = kind
      self.subject = subject
      self.isPath = isPath
      self.certainty = certainty
    }
  }
}

/// How a step is rehearsed in the base image.
package struct Rehearsal: Sendable {
  /// Done in the container instead of the step's own operations.
  package let operations: [Operation]
  /// The tool's own no-op mode, done after `operations`. Where earlier steps were only rehearsed too, its failure tells nothing
  /// for sure: they might have brought what it missed.
  package let trial: [Operation]
  /// Commands that the step would call, with the place of each call, to be looked up in the image.
  package let calls: [Located<String>]
  /// Calls of commands that this step or an earlier one may bring: absent from the base image they are said, not failed.
  package let laterCalls: [Located<String>]
  /// Commands that the step calls in some runs, or whose failure it catches: absent ones are said.
  package let possibleCalls: [Located<String>]
  /// Words of bash in scripts for a plain shell, which that of the image may know all the same.
  package let bashWords: [Located<String>]
  /// Commands without which `operations` make no sense; absent ones are said, not failed.
  package let requires: [String]
  /// Whether a script of the step could not be looked at, so that it may do anything.
  package let hasUnreadScripts: Bool
  /// What scripts ask of package managers, in order.
  package let packages: [PackageQuery]
  /// What cannot be rehearsed, and why; in words for people.
  package let limits: [String]

  package init(
    operations: [Operation] = [], trial: [Operation] = [], calls: [Located<String>] = [],
    laterCalls: [Located<String>] = [], possibleCalls: [Located<String>] = [],
    bashWords: [Located<String>] = [],
    requires: [String] = [], packages: [PackageQuery] = [], limits: [String] = [],
    hasUnreadScripts: Bool = false
  ) {
    self.operations = operations
    self.trial = trial
    self.calls = calls
    self.laterCalls = laterCalls
    self.possibleCalls = possibleCalls
    self.bashWords = bashWords
    self.requires = requires
    self.packages = packages
    self.hasUnreadScripts = hasUnreadScripts
    self.limits = limits
  }
}
