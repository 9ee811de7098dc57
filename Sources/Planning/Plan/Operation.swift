package import Packer
package import Source

/// One thing that a provisioner does, in the order in which it is done.
package indirect enum Operation: Sendable {
  /// A line for people.
  case say(RunText)
  case run(ContainerRun)
  /// The command, then the operations whatever came of it, then its failure where its code is not allowed.
  case runThenAlways(ContainerRun, [Operation])
  case uploadFile(FileUpload)
  case uploadDirectory(DirectoryUpload)
  /// A file (as `uploadFile` with its own mode) or a folder (as `uploadDirectory`) of the host: only the run can
  /// tell, since an earlier step makes it. A file goes into a destination that ends in `/`.
  case uploadPath(source: RunText, destination: RunText)
  /// A file of the container to a path on the host.
  case download(source: RunText, destination: RunText)
  /// A command that may fail; where it does, the operations.
  case runOrElse(ContainerRun, [Operation])
  /// A program on the host (shell-local).
  case runOnHost(HostRun)
  /// A program on the host that reaches into the container (ansible).
  case play(HostPlay)
  /// Waits for a key (breakpoint).
  case waitForKey(note: RunText)
  /// Seconds.
  case sleep(Double)
}

/// A shell command in the container: `/bin/sh -c "(COMMAND)"` as the container's user, or the builder's `exec_user`.
package struct ContainerRun: Sendable {
  package let command: RunText
  package let allowedExitCodes: AllowedCodes
  /// What is said when the code is not allowed; `N` in it stands for the code.
  package let failure: String
  /// Whether a lost connection (a killed container) is a success.
  package let mayDisconnect: Bool
  /// Seconds during which a command that fails is repeated, every two seconds.
  package let retrySeconds: Double
  /// What is said instead where the shell finds no such program (code 127); nil where that is nothing special.
  package let absence: String?
  /// The user, where it is another than the builder's.
  package let user: String?
  /// The script that the command checks, so that what it says of a line is told at its place.
  package let checked: CheckedScript?

  package enum AllowedCodes: Sendable, Hashable {
    case any
    case only([Int32])
  }

  package init(
    _ command: RunText, allowedExitCodes: AllowedCodes = .only([0]),
    failure: String = "the command ended with exit code N", mayDisconnect: Bool = false,
    retrySeconds: Double = 0, absence: String? = nil, user: String? = nil, checked: CheckedScript? = nil
  ) {
    self.command = command
    self.allowedExitCodes = allowedExitCodes
    self.failure = failure
    self.mayDisconnect = mayDisconnect
    self.retrySeconds = retrySeconds
    self.absence = absence
    self.user = user
    self.checked = checked
  }
}

/// A script in the container, with the places of its text.
package struct CheckedScript: Sendable {
  /// Its path in the container.
  package let path: RunText
  package let text: DerivedText

  package init(at path: RunText, _ text: DerivedText) {
    self.path = path
    self.text = text
  }
}

/// A file put into the container.
package struct FileUpload: Sendable {
  package enum Content: Sendable {
    /// A file on the host, read when the step runs.
    case file(RunText)
    /// The same with CR LF turned into LF and its last line ended (Packer's shell provisioner without `binary`).
    case textFile(RunText)
    case generated(RunText)
  }
  package enum Mode: Sendable, Hashable {
    /// The mode of the file on the host.
    case kept
    case fixed(UInt32)
  }

  package let content: Content
  package let destination: RunText
  package let mode: Mode

  package init(_ content: Content, to destination: RunText, mode: Mode = .fixed(0o600)) {
    self.content = content
    self.destination = destination
    self.mode = mode
  }
}

/// A folder put into the container, as `docker cp` does it.
package struct DirectoryUpload: Sendable {
  package let source: RunText
  package let destination: RunText
  /// Whether the contents go into the destination (a source ending in `/`) rather than the folder itself.
  package let contentsOnly: Bool

  package init(_ source: RunText, to destination: RunText, contentsOnly: Bool) {
    self.source = source
    self.destination = destination
    self.contentsOnly = contentsOnly
  }
}

/// A program on the host.
package struct HostRun: Sendable {
  /// Program and arguments; `scriptHole` marks places where the path of the generated script goes.
  package let arguments: [RunText]
  /// An inline script that is written to a private temporary file first; its path replaces `scriptHole`.
  package let script: RunText?
  /// An ending for the name of that file, without its dot: `ps1`.
  package let scriptExtension: String?
  package let allowedExitCodes: [Int32]
  /// Variables laid over the environment, in their order.
  package let environment: [(name: String, value: RunText)]
  package let condition: Condition
  /// What is said when the code is not allowed; `N` in it stands for the code. Nil for words about a script.
  package let failure: String?

  /// The hole that stands for the path of the generated script.
  package static let scriptHole = Hole.function("script")

  /// What a file of the host says when the step runs.
  package enum Condition: Sendable {
    case always
    /// Whether a galaxy file lists roles: under their word, or as the whole list that it once was.
    case listsRoles(RunText)
    case listsCollections(RunText)
  }

  package init(
    _ arguments: [RunText], script: RunText? = nil, scriptExtension: String? = nil,
    allowedExitCodes: [Int32] = [0], environment: [(name: String, value: RunText)] = [],
    condition: Condition = .always, failure: String? = nil
  ) {
    self.arguments = arguments
    self.script = script
    self.scriptExtension = scriptExtension
    self.allowedExitCodes = allowedExitCodes
    self.environment = environment
    self.condition = condition
    self.failure = failure
  }
}

/// A play of Ansible from the host: `ansible-playbook` runs here, and its tasks in the container.
package struct HostPlay: Sendable {
  /// Program and arguments; `inventoryHole` marks the place of the inventory that is made for the play.
  package let arguments: [RunText]
  /// Variables laid over the environment, in their order.
  package let environment: [(name: String, value: RunText)]
  /// The inventory that is written first; nil where the user brings one.
  package let inventory: Inventory?
  /// By which names the container may be called as Ansible's `docker` connection would.
  package let containerNames: [RunText]

  /// The hole that stands for the path of the inventory.
  package static let inventoryHole = Hole.function("inventory")
  /// The hole that stands for the name of the user who runs the build.
  package static let userHole = Hole.function("user name")

  package init(
    _ arguments: [RunText], environment: [(name: String, value: RunText)] = [], inventory: Inventory? = nil,
    containerNames: [RunText] = []
  ) {
    self.arguments = arguments
    self.environment = environment
    self.inventory = inventory
    self.containerNames = containerNames
  }

  /// A generated inventory, and where it is put.
  package struct Inventory: Sendable {
    package let content: RunText
    /// Nil for a folder of its own.
    package let folder: RunText?
    package let isKept: Bool

    package init(content: RunText, folder: RunText?, isKept: Bool) {
      self.content = content
      self.folder = folder
      self.isKept = isKept
    }
  }
}
