package import Packer
package import Source

/// How the container of a build is started (Packer's docker builder).
package struct ContainerStart: Sendable {
  package let image: RunText
  /// Whether the image is pulled first.
  package let pulls: Bool
  package let login: RegistryLogin?
  /// The `docker run` arguments after the builder's own, with the image in place; used by the docker driver.
  package let runArguments: [RunText]
  /// Whether `runArguments` are the builder's defaults.
  package let hasDefaultRunArguments: Bool
  package let privileged: Bool
  package let capabilitiesAdded: [String]
  package let capabilitiesDropped: [String]
  package let devices: [RunText]
  package let tmpfs: [RunText]
  /// Host path to container path.
  package let volumes: [(host: RunText, container: RunText)]
  /// Where in the container a folder is that it shares with the host, as Packer's has one.
  package let sharedFolder: RunText?
  /// The user for commands; nil for the image's own.
  package let execUser: RunText?
  package let usesTerminal: Bool
  /// Whether uploads are given to the container's user.
  package let fixesUploadOwner: Bool
  /// The user who logs in to a container that stands in for a machine: commands start in the home, and uploads go only where
  /// the user may write; nil for other containers.
  package let accountName: String?
  /// Where the template has the options of the builder that ask for something, by their names.
  package let optionPlaces: [String: Location]

  package init(
    image: RunText, pulls: Bool = true, login: RegistryLogin? = nil, runArguments: [RunText] = [],
    hasDefaultRunArguments: Bool = true, privileged: Bool = false, capabilitiesAdded: [String] = [],
    capabilitiesDropped: [String] = [], devices: [RunText] = [], tmpfs: [RunText] = [],
    volumes: [(host: RunText, container: RunText)] = [], sharedFolder: RunText? = nil,
    execUser: RunText? = nil, usesTerminal: Bool = false,
    fixesUploadOwner: Bool = true, accountName: String? = nil, optionPlaces: [String: Location] = [:]
  ) {
    self.image = image
    self.pulls = pulls
    self.login = login
    self.runArguments = runArguments
    self.hasDefaultRunArguments = hasDefaultRunArguments
    self.privileged = privileged
    self.capabilitiesAdded = capabilitiesAdded
    self.capabilitiesDropped = capabilitiesDropped
    self.devices = devices
    self.tmpfs = tmpfs
    self.volumes = volumes
    self.sharedFolder = sharedFolder
    self.execUser = execUser
    self.usesTerminal = usesTerminal
    self.fixesUploadOwner = fixesUploadOwner
    self.accountName = accountName
    self.optionPlaces = optionPlaces
  }
}

/// Credentials for a registry; the password is a secret.
package struct RegistryLogin: Sendable {
  package let server: RunText?
  package let user: RunText?
  package let password: RunText?

  package init(server: RunText?, user: RunText?, password: RunText?) {
    self.server = server
    self.user = user
    self.password = password
  }
}

/// What becomes of the container: an image.
package struct Commit: Sendable {
  package let author: RunText?
  package let message: RunText?
  /// Dockerfile instructions: `USER app`, `EXPOSE 80`, …
  package let changes: [RunText]

  package init(author: RunText?, message: RunText?, changes: [RunText]) {
    self.author = author
    self.message = message
    self.changes = changes
  }
}

/// What the `file` builder makes: a file on the host.
package struct FileMaking: Sendable {
  package enum Content: Sendable {
    case text(RunText)
    /// A file of the host, copied.
    case copy(of: RunText)
  }

  package let content: Content
  package let target: RunText

  package init(_ content: Content, at target: RunText) {
    self.content = content
    self.target = target
  }
}

/// One post-processor of a chain.
package struct PostProcess: Sendable {
  package enum Work: Sendable {
    case dockerTag(repository: RunText, tags: [RunText])
    case dockerSave(path: RunText)
    case dockerPush(login: RegistryLogin?)
    case dockerImport(repository: RunText, tag: RunText?, changes: [RunText])
    case manifest(
      output: RunText, customData: [(key: String, value: RunText)], stripsPath: Bool, stripsTime: Bool)
    /// One file of checksums a kind (`sha256`, …); lines are appended.
    case checksum([(kind: String, output: RunText)])
    case compress(output: RunText, format: String?, level: Int?)
    /// The files that the patterns match take the place of the artifact.
    case artifice([RunText])
    case shellLocal([HostRun])
    /// What it is given is not what it takes: Packer's would run and refuse it.
    case refused(String)
    /// It cannot be run here.
    case unsupported(String)
    /// It is planned and never run: a container stood in for what it would take; in words for people.
    case rehearsed(String)
  }

  package let work: Work
  /// The chain (from 1) and the place in it (from 1).
  package let chain: Int
  package let position: Int
  /// The user's `keep_input_artifact`.
  package let keepsInput: Bool?

  package init(_ work: Work, chain: Int, position: Int, keepsInput: Bool?) {
    self.work = work
    self.chain = chain
    self.position = position
    self.keepsInput = keepsInput
  }
}
