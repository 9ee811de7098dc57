import Engine
import Host
import Image
import Packer

/// The arguments of `docker run` that a template gives (`run_command`), as far as every engine can honour them.
struct RunArguments: Sendable {
  /// The user that commands run as (`--user`).
  var user: String?
  var workingDirectory: String?
  var hostName: String?
  var isReadOnly = false
  var network: ContainerSpec.Network?
  var isPrivileged = false
  var capabilitiesAdded: [String] = []
  var capabilitiesDropped: [String] = []
  var devices: [String] = []
  var tmpfs: [String] = []
  var mounts: [ContainerSpec.Mount] = []
  var environment: [String: String] = [:]
  /// Variables of the image that the container does not have.
  var withdrawn: Set<String> = []
  var settings = ContainerSpec.Settings()
  var entrypoint: [String]?
  /// What stands in the place of the image; nil where that is not known, or missing.
  var image: String?
  /// What is passed over, one clause each, for people.
  var notes: [String] = []

  /// The machine that the arguments speak of: its variables and files.
  let host: HostWork

  /// An argument, as far as it is known before the run.
  struct Word: Sendable, Hashable {
    /// What stands before the first part that only the run knows.
    let start: String
    let isWhole: Bool

    init(start: String, isWhole: Bool) {
      self.start = start
      self.isWhole = isWhole
    }

    init(_ text: String) { self.init(start: text, isWhole: true) }

    init(_ text: RunText) {
      let known = text.parts.prefix { if case .hole = $0 { false } else { true } }
      self.init(start: RunText(Array(known)).complete ?? "", isWhole: known.count == text.parts.count)
    }

    /// Whether it is known which flag it is, if it is one.
    var namesFlag: Bool { isWhole || (start.hasPrefix("-") && start.utf8.contains(UInt8(ascii: "="))) }
  }

  init(_ arguments: [String], on host: HostWork) throws(StepFailure) {
    try self.init(arguments.map(Word.init), on: host)
  }

  /// Reads the arguments up to the image; throws on one that would change the container in a way that is not known here.
  ///
  /// A value that only the run knows asks for nothing. Where it is not known whether a word is a flag, and which, nothing is
  /// known of those behind it.
  init(_ arguments: [Word], on host: HostWork) throws(StepFailure) {
    self.host = host
    var rest = arguments[...]
    while let argument = rest.first, argument.namesFlag, argument.start != "--", argument.start.hasPrefix("-")
    {
      rest.removeFirst()
      try take(argument, &rest)
    }
    guard rest.allSatisfy(\.isWhole) else { return }
    var words = rest.map(\.start)[...]
    if words.first == "--" { words.removeFirst() }
    image = words.popFirst()
    guard image != nil else { return }
    let program = ContainerSpec.Program(entrypoint: entrypoint, command: Array(words))
    // The builder's own.
    if program != ContainerSpec.Program(entrypoint: ["/bin/sh"], command: []) { settings.program = program }
    if !words.isEmpty, !program.hasWaitingCommand {
      notes.append(
        "the container idles while it is set up, instead of running `\(words.joined(separator: " "))`")
    }
  }

  /// Lays the arguments over what the builder's own options ask for.
  func applied(to spec: ContainerSpec) -> ContainerSpec {
    var spec = spec
    if let network { spec.network = network }
    spec.privileged = spec.privileged || isPrivileged
    spec.capabilitiesAdded += capabilitiesAdded
    spec.capabilitiesDropped += capabilitiesDropped
    spec.devices += devices
    spec.tmpfs += tmpfs
    spec.mounts += mounts
    spec.environment.merge(environment) { _, new in new }
    spec.withdrawn.formUnion(withdrawn)
    spec.user = user ?? spec.user
    spec.workingDirectory = workingDirectory ?? spec.workingDirectory
    spec.hostName = hostName ?? spec.hostName
    spec.isReadOnly = spec.isReadOnly || isReadOnly
    spec.settings = settings
    return spec
  }
}
